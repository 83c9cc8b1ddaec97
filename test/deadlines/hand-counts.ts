/**
 * Limits counted by hand from the State Council's notices. `limit | event | last day | the count in words`; the limit
 * ends at 24:00 of the last day. 3w: QZ-21-1's special circumstances, 2w: ZB-3, 2d: HY-11, 30w: QZ-21-2, 20w: ZZ-25,
 * 7w: QZ-16 and ZB-PUB, 5w: BX-PUB, 30d: ZB-3's case file.
 */
export const handCounts = `
3w | 2026-03-02 10:00 | 2026-03-05 | QZ-21-1: Monday's event; Tue 3 (1), Wed 4 (2), Thu 5 (3)
3w | 2026-03-04 09:00 | 2026-03-09 | Wednesday; Thu 5 (1), Fri 6 (2), weekend, Mon 9 (3)
3w | 2026-03-06 23:59 | 2026-03-11 | Friday night; Mon 9 (1), Tue 10 (2), Wed 11 (3)
3w | 2026-03-07 00:00 | 2026-03-11 | midnight belongs to Saturday; Mon 9, Tue 10, Wed 11
3w | 2026-03-08 12:00 | 2026-03-11 | Sunday; Mon 9, Tue 10, Wed 11
3w | 2025-12-30 10:00 | 2026-01-05 | Tuesday; Wed 31 (1), rest 1 to 3 January, Sun 4 is worked (2), Mon 5 (3)
3w | 2025-12-31 17:00 | 2026-01-06 | Wednesday; rest 1 to 3, Sun 4 worked (1), Mon 5 (2), Tue 6 (3)
3w | 2026-01-01 08:00 | 2026-01-06 | on the holiday itself; Sun 4 worked (1), Mon 5, Tue 6
3w | 2026-01-03 20:00 | 2026-01-06 | Saturday of the holiday; Sun 4 worked, Mon 5, Tue 6
3w | 2026-02-12 10:00 | 2026-02-24 | Thursday; Fri 13 (1), Sat 14 worked (2), rest 15 to 23, Tue 24 (3)
3w | 2026-02-13 10:00 | 2026-02-25 | Friday; Sat 14 worked (1), rest 15 to 23, Tue 24 (2), Wed 25 (3)
3w | 2026-02-14 23:00 | 2026-02-26 | the worked Saturday; rest 15 to 23, Tue 24, Wed 25, Thu 26
3w | 2026-02-18 12:00 | 2026-02-26 | in the Spring Festival; Tue 24, Wed 25, Thu 26
3w | 2026-02-25 10:00 | 2026-02-28 | Wednesday; Thu 26 (1), Fri 27 (2), Sat 28 worked (3)
3w | 2026-02-26 10:00 | 2026-03-02 | Thursday; Fri 27 (1), Sat 28 worked (2), Mon 2 March (3)
3w | 2026-02-27 18:00 | 2026-03-03 | Friday; Sat 28 worked (1), Mon 2 (2), Tue 3 (3)
3w | 2026-04-02 10:00 | 2026-04-08 | Thursday; Fri 3 (1), rest 4 to 6, Tue 7 (2), Wed 8 (3)
3w | 2026-04-03 10:00 | 2026-04-09 | Friday; rest 4 to 6, Tue 7, Wed 8, Thu 9
3w | 2026-04-06 10:00 | 2026-04-09 | Tomb-Sweeping Monday; Tue 7, Wed 8, Thu 9
3w | 2026-04-29 10:00 | 2026-05-07 | Wednesday; Thu 30 (1), rest 1 to 5 May, Wed 6 (2), Thu 7 (3)
3w | 2026-04-30 16:00 | 2026-05-08 | Thursday; rest 1 to 5, Wed 6, Thu 7, Fri 8
3w | 2026-05-06 10:00 | 2026-05-09 | Wednesday; Thu 7, Fri 8, Sat 9 worked
3w | 2026-05-07 10:00 | 2026-05-11 | Thursday; Fri 8 (1), Sat 9 worked (2), Mon 11 (3)
3w | 2026-05-08 10:00 | 2026-05-12 | Friday; Sat 9 worked (1), Mon 11 (2), Tue 12 (3)
3w | 2026-06-17 10:00 | 2026-06-23 | Wednesday; Thu 18 (1), rest 19 to 21, Mon 22 (2), Tue 23 (3)
3w | 2026-06-18 10:00 | 2026-06-24 | Thursday; rest 19 to 21, Mon 22, Tue 23, Wed 24
3w | 2026-09-17 10:00 | 2026-09-21 | Thursday; Fri 18 (1), Sat 19 rests, Sun 20 worked (2), Mon 21 (3)
3w | 2026-09-18 10:00 | 2026-09-22 | Friday; Sun 20 worked (1), Mon 21 (2), Tue 22 (3)
3w | 2026-09-23 10:00 | 2026-09-29 | Wednesday; Thu 24 (1), rest 25 to 27, Mon 28 (2), Tue 29 (3)
3w | 2026-09-24 10:00 | 2026-09-30 | Thursday; rest 25 to 27, Mon 28, Tue 29, Wed 30
3w | 2026-09-29 10:00 | 2026-10-09 | Tuesday; Wed 30 (1), rest 1 to 7 October, Thu 8 (2), Fri 9 (3)
3w | 2026-09-30 19:00 | 2026-10-10 | Wednesday; rest 1 to 7, Thu 8 (1), Fri 9 (2), Sat 10 worked (3)
3w | 2026-10-07 23:30 | 2026-10-10 | last holiday; Thu 8, Fri 9, Sat 10 worked
3w | 2026-10-08 10:00 | 2026-10-12 | Thursday; Fri 9 (1), Sat 10 worked (2), Mon 12 (3)
3w | 2026-10-09 10:00 | 2026-10-13 | Friday; Sat 10 worked (1), Mon 12, Tue 13
3w | 2025-01-24 10:00 | 2025-02-05 | Friday; Sun 26 worked (1), Mon 27 (2), rest 28 January to 4 February, Wed 5 (3)
3w | 2025-01-27 10:00 | 2025-02-07 | Monday; rest 28 to 4, Wed 5, Thu 6, Fri 7
3w | 2025-02-05 10:00 | 2025-02-08 | Wednesday; Thu 6, Fri 7, Sat 8 worked
3w | 2025-02-06 10:00 | 2025-02-10 | Thursday; Fri 7 (1), Sat 8 worked (2), Mon 10 (3)
3w | 2025-04-03 10:00 | 2025-04-09 | Thursday; Fri 4 is Tomb-Sweeping, weekend, Mon 7, Tue 8, Wed 9
3w | 2025-04-24 10:00 | 2025-04-28 | Thursday; Fri 25 (1), Sun 27 worked (2), Mon 28 (3)
3w | 2025-04-29 10:00 | 2025-05-07 | Tuesday; Wed 30 (1), rest 1 to 5 May, Tue 6 (2), Wed 7 (3)
3w | 2025-05-29 10:00 | 2025-06-04 | Thursday; Fri 30 (1), rest 31 May to 2 June, Tue 3 (2), Wed 4 (3)
3w | 2025-09-26 10:00 | 2025-09-30 | Friday; Sun 28 worked (1), Mon 29 (2), Tue 30 (3)
3w | 2025-09-30 10:00 | 2025-10-11 | Tuesday; rest 1 to 8 October, Thu 9 (1), Fri 10 (2), Sat 11 worked (3)
3w | 2025-10-09 10:00 | 2025-10-13 | Thursday; Fri 10 (1), Sat 11 worked (2), Mon 13 (3)
3w | 2024-12-31 10:00 | 2025-01-06 | Tuesday; Wed 1 January rests, Thu 2 (1), Fri 3 (2), Mon 6 (3)
3w | 2024-02-02 10:00 | 2024-02-06 | Friday; Sun 4 worked (1), Mon 5 (2), Tue 6 (3)
3w | 2024-02-08 10:00 | 2024-02-19 | Thursday; Fri 9 (1), rest 10 to 17, Sun 18 worked (2), Mon 19 (3)
3w | 2024-04-03 10:00 | 2024-04-09 | Wednesday; rest 4 to 6, Sun 7 worked (1), Mon 8 (2), Tue 9 (3)
3w | 2024-04-26 10:00 | 2024-04-30 | Friday; Sun 28 worked (1), Mon 29 (2), Tue 30 (3)
3w | 2024-04-30 10:00 | 2024-05-08 | Tuesday; rest 1 to 5 May, Mon 6, Tue 7, Wed 8
3w | 2024-05-09 10:00 | 2024-05-13 | Thursday; Fri 10 (1), Sat 11 worked (2), Mon 13 (3)
3w | 2024-06-07 10:00 | 2024-06-13 | Friday; rest 8 to 10, Tue 11, Wed 12, Thu 13
3w | 2024-09-12 10:00 | 2024-09-18 | Thursday; Fri 13 (1), Sat 14 worked (2), rest 15 to 17, Wed 18 (3)
3w | 2024-09-27 10:00 | 2024-10-08 | Friday; Sun 29 worked (1), Mon 30 (2), rest 1 to 7 October, Tue 8 (3)
3w | 2024-10-10 10:00 | 2024-10-14 | Thursday; Fri 11 (1), Sat 12 worked (2), Mon 14 (3)
2w | 2026-03-02 10:00 | 2026-03-04 | ZB-3: Monday; Tue 3 (1), Wed 4 (2)
2w | 2026-03-05 23:00 | 2026-03-09 | Thursday; Fri 6 (1), Mon 9 (2)
2w | 2026-03-06 10:00 | 2026-03-10 | Friday; Mon 9, Tue 10
2w | 2026-02-13 10:00 | 2026-02-24 | Friday; Sat 14 worked (1), rest 15 to 23, Tue 24 (2)
2w | 2026-09-30 10:00 | 2026-10-09 | Wednesday; rest 1 to 7, Thu 8, Fri 9
2w | 2025-12-31 23:59 | 2026-01-05 | Wednesday; rest 1 to 3, Sun 4 worked (1), Mon 5 (2)
2w | 2024-02-09 10:00 | 2024-02-19 | Friday; rest 10 to 17, Sun 18 worked (1), Mon 19 (2)
2w | 2024-02-28 10:00 | 2024-03-01 | leap year; Thu 29 February (1), Fri 1 March (2)
2d | 2026-03-02 10:00 | 2026-03-04 | HY-11: Monday; Tue 3 (1), Wed 4 (2)
2d | 2026-03-04 10:00 | 2026-03-06 | Wednesday; Thu 5, Fri 6
2d | 2026-03-05 10:00 | 2026-03-09 | Thursday; Fri 6 (1), Sat 7 (2) rests: Mon 9
2d | 2026-03-06 10:00 | 2026-03-09 | Friday; Sat 7 (1), Sun 8 (2) rests: Mon 9
2d | 2026-03-07 10:00 | 2026-03-09 | Saturday; Sun 8 (1), Mon 9 (2)
2d | 2026-02-12 10:00 | 2026-02-14 | Thursday; Fri 13 (1), Sat 14 (2) is worked, so it stands
2d | 2026-02-13 10:00 | 2026-02-24 | Friday; Sat 14 (1), Sun 15 (2) rests with all to 23: Tue 24
2d | 2026-09-30 10:00 | 2026-10-08 | Wednesday; Thu 1 (1), Fri 2 (2) rests with all to 7: Thu 8
2d | 2026-09-18 10:00 | 2026-09-20 | Friday; Sat 19 (1), Sun 20 (2) is worked, so it stands
2d | 2025-01-26 10:00 | 2025-02-05 | worked Sunday; Mon 27 (1), Tue 28 (2) rests with all to 4 February: Wed 5
2d | 2024-04-04 10:00 | 2024-04-07 | Thursday; Fri 5 (1), Sat 6 (2) rests: Sun 7 is worked
2d | 2025-12-30 10:00 | 2026-01-04 | Tuesday; Wed 31 (1), Thu 1 (2) rests with all to 3: Sun 4 is worked
30d | 2026-03-31 10:00 | 2026-04-30 | ZB-3: 30 days of April, the last a Thursday
30d | 2026-04-01 10:00 | 2026-05-06 | the 30th day is Fri 1 May, at rest to 5: Wed 6
30d | 2026-01-31 10:00 | 2026-03-02 | 28 of February, then Sun 1 (29) and Mon 2 March (30)
30d | 2026-08-27 10:00 | 2026-09-28 | 4 of August, 26 of September: Sat 26 rests with 25 to 27: Mon 28
30d | 2024-01-31 10:00 | 2024-03-01 | leap year: 29 of February, Fri 1 March is the 30th
5w | 2026-09-28 10:00 | 2026-10-10 | BX-PUB: Tue 29 (1), Wed 30 (2), rest 1 to 7, Thu 8 (3), Fri 9 (4), Sat 10 worked (5)
7w | 2026-04-27 10:00 | 2026-05-09 | ZB-PUB: Tue 28, Wed 29, Thu 30, rest 1 to 5, Wed 6, Thu 7, Fri 8, Sat 9 worked (7)
7w | 2026-03-02 10:00 | 2026-03-11 | Tue 3 to Fri 6 (4), Mon 9 (5), Tue 10 (6), Wed 11 (7)
20w | 2026-03-02 10:00 | 2026-03-30 | ZZ-25: 3 to 6 (4), 9 to 13 (9), 16 to 20 (14), 23 to 27 (19), Mon 30 (20)
20w | 2026-09-01 10:00 | 2026-09-29 | 2 to 4 (3), 7 to 11 (8), 14 to 18 (13), Sun 20 worked (14), 21 to 24 (18), 28 (19), 29 (20)
30w | 2026-03-02 10:00 | 2026-04-14 | QZ-21-2: 3 to 6 (4), 9 to 13 (9), 16 to 20 (14), 23 to 27 (19), 30 to 3 April (24), 7 to 10 (28), 13 (29), 14 (30)
30w | 2025-12-31 10:00 | 2026-02-12 | Sun 4 worked (1), 5 to 9 (6), 12 to 16 (11), 19 to 23 (16), 26 to 30 (21), 2 to 6 February (26), 9 to 12 (30)
`;
