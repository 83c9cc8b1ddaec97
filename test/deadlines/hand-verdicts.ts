/**
 * Verdicts by hand. `policy | facts | verdict | due of the recording's rule | why`, times in the unit's zone. `e`: the
 * session's end, `r`: the return, `d`: the docking, `s`: stored, `n`: now, `ok`: an accepted reason, `rule`: the unit
 * lets the docking stand for the return.
 */
export const handVerdicts = `
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-03 18:00 | on_time | 2026-03-03 18:00 | QZ-21-1: 24 hours from the return, to the minute
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-03 18:01 | late | 2026-03-03 18:00 | a minute past the first limit, within the last
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-03 18:01 ok | excused | 2026-03-03 18:00 | the same with an accepted reason
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-06 00:00 | late | 2026-03-03 18:00 | 24:00 of Thursday is the last moment of the third working day
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-06 00:01 ok | overdue | 2026-03-03 18:00 | past the last limit no reason helps
quzhou-2022 | e=2026-03-02 19:00 r=2026-03-02 18:00 d=2026-03-02 19:10 s=2026-03-03 19:00 | on_time | 2026-03-03 19:00 | left on after the return: the later of both counts
quzhou-2022 | e=2026-03-06 16:00 r=2026-03-06 18:00 s=2026-03-07 18:01 | late | 2026-03-07 18:00 | hours do not wait for Monday (Civil Code 201)
quzhou-2022 | e=2026-03-06 16:00 r=2026-03-06 18:00 s=2026-03-11 23:59 | late | 2026-03-07 18:00 | Mon 9, Tue 10, Wed 11 are the three working days
quzhou-2022 | e=2026-09-30 17:00 r=2026-09-30 19:00 s=2026-10-10 23:59 | late | 2026-10-01 19:00 | Thu 8, Fri 9, Sat 10 worked
quzhou-2022 | e=2026-09-30 17:00 r=2026-09-30 19:00 s=2026-10-11 00:01 | overdue | 2026-10-01 19:00 | the worked Saturday was the third day
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-02 20:00 | pending | 2026-03-03 18:00 | not stored, long to go
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-03 13:59 | pending | 2026-03-03 18:00 | a minute before the last four hours
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-03 14:00 | due_soon | 2026-03-03 18:00 | four hours before
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-03 18:00 | due_soon | 2026-03-03 18:00 | up to the limit itself
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-04 10:00 | late | 2026-03-03 18:00 | not stored and past the first limit
quzhou-2022 | e=2026-03-02 16:00 r=2026-03-02 18:00 n=2026-03-06 00:01 | overdue | 2026-03-03 18:00 | not stored and past the last
quzhou-2022 | e=2026-03-02 16:00 d=2026-03-03 08:00 s=2026-03-03 16:00 | on_time | - | return unknown, stored within 24 hours of the end: surely in time
quzhou-2022 | e=2026-03-02 16:00 d=2026-03-03 08:00 s=2026-03-03 16:01 | undetermined | - | return unknown: it may have been in time
quzhou-2022 | e=2026-03-02 16:00 d=2026-03-03 08:00 s=2026-03-07 00:00 | undetermined | - | Wed 4, Thu 5, Fri 6 from the docking, the last moment
quzhou-2022 | e=2026-03-02 16:00 d=2026-03-03 08:00 s=2026-03-07 00:01 | overdue | - | past the last limit counted from the docking: surely overdue
quzhou-2022 | e=2026-03-06 16:00 d=2026-03-09 08:00 s=2026-03-09 08:30 | undetermined | - | Friday's footage docked on Monday is not in time by itself
quzhou-2022 | e=2026-03-06 16:00 d=2026-03-09 08:00 s=2026-03-09 08:30 rule | on_time | 2026-03-10 08:00 | unless the unit has said that docking is the return
quzhou-2022 | d=2026-03-09 08:00 s=2026-03-09 08:30 | undetermined | - | neither end nor return known
quzhou-2022 | d=2026-03-02 08:00 s=2026-03-06 00:01 | overdue | - | the docking bounds both: Tue 3, Wed 4, Thu 5
quzhou-2022 | e=2026-03-02 16:00 n=2026-03-20 00:00 | undetermined | - | without a docking nothing bounds the return
quzhou-2022 | e=2026-03-02 16:00 d=2026-03-02 18:00 n=2026-03-02 19:00 | undetermined | - | not stored, return unknown
quzhou-2022 | r=2026-03-02 18:00 d=2026-03-02 18:10 s=2026-03-03 17:00 | on_time | - | the end is unknown, but not before the return counts either way
zhengzhou-2021 | e=2026-03-02 16:00 s=2026-03-03 16:00 | on_time | 2026-03-03 16:00 | ZZ-26: 24 hours from completion
zhengzhou-2021 | e=2026-03-02 16:00 r=2026-03-03 10:00 s=2026-03-04 10:00 | late | 2026-03-03 16:00 | within 24 hours of the return, without an accepted reason
zhengzhou-2021 | e=2026-03-02 16:00 r=2026-03-03 10:00 s=2026-03-04 10:00 ok | excused | 2026-03-03 16:00 | the same with an objective reason
zhengzhou-2021 | e=2026-03-02 16:00 r=2026-03-03 10:00 s=2026-03-04 10:01 ok | overdue | 2026-03-03 16:00 | past 24 hours of the return
zhengzhou-2021 | e=2026-03-02 16:00 d=2026-03-03 10:00 s=2026-03-03 17:00 | undetermined | 2026-03-03 16:00 | past the limit, the extension's start unknown
zhengzhou-2021 | e=2026-03-02 16:00 d=2026-03-03 10:00 s=2026-03-04 10:01 | overdue | 2026-03-03 16:00 | later than any return before the docking allows
zhengzhou-2021 | r=2026-03-02 10:00 d=2026-03-02 18:00 s=2026-03-03 12:00 | undetermined | - | the end is unknown: the recorder may have run until the docking, and then it is in time
zhengzhou-2021 | r=2026-03-02 10:00 d=2026-03-02 18:00 s=2026-03-03 18:01 | overdue | - | past 24 hours of the docking, which bounds the end
zhengzhou-2021 | e=2026-03-02 19:00 r=2026-03-02 18:00 s=2026-03-03 19:01 ok | overdue | 2026-03-03 19:00 | the extension ended before the limit itself
haiyan-2017 | e=2026-03-06 16:00 s=2026-03-10 00:00 | on_time | 2026-03-10 00:00 | HY-11: Saturday, Sunday, which rests: Monday 24:00
haiyan-2017 | e=2026-03-06 16:00 s=2026-03-10 00:01 | overdue | 2026-03-10 00:00 | no extension is known
haiyan-2017 | e=2026-03-06 16:00 s=2026-03-10 00:01 ok | overdue | 2026-03-10 00:00 | nor does a reason make one
zaozhuang-2019 | e=2026-03-06 16:00 s=2026-03-11 00:00 | on_time | 2026-03-11 00:00 | ZB-3: Mon 9, Tue 10
zaozhuang-2019 | e=2026-03-06 16:00 s=2026-03-11 00:01 | overdue | 2026-03-11 00:00 | no extension
zaozhuang-2019 | d=2026-03-06 16:00 s=2026-03-06 17:00 | undetermined | - | the recording's end is unknown
benxi-2020 | d=2026-03-02 16:00 s=2026-03-02 17:00 | on_time | 2026-03-02 17:00 | BX-AV: an aim; within the hour
benxi-2020 | d=2026-03-02 16:00 s=2026-03-09 17:00 | late | 2026-03-02 17:00 | an aim is never overdue
`;
