import { Accounts } from './accounts/accounts.ts';
import type { Doors } from './doors.ts';
import { Playbacks } from './requests/playbacks.ts';
import { Requests } from './requests/requests.ts';
import { Viewings } from './requests/viewings.ts';
import { Reviews } from './reviews/reviews.ts';
import type { AccessRoom } from './room.ts';
import { Hashing } from './signing/hashing.ts';
import { StationDoors } from './signing/station-doors.ts';

/** Who may: everything of it in one place. */
export interface AccessDesk {
  readonly room: AccessRoom;
  readonly doors: Doors;
  readonly accounts: Accounts;
  readonly requests: Requests;
  readonly viewings: Viewings;
  readonly playbacks: Playbacks;
  readonly reviews: Reviews;
}

/** @param hashing one for the whole process, since it is what keeps sign-ins from taking the machine */
export function accessDesk(room: AccessRoom, hashing: Hashing = new Hashing()): AccessDesk {
  const viewings = new Viewings(room);
  return {
    room,
    doors: new StationDoors(room, hashing),
    accounts: new Accounts(room, hashing),
    requests: new Requests(room),
    viewings,
    playbacks: new Playbacks(viewings, room.clock),
    reviews: new Reviews(room),
  };
}
