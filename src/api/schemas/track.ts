import Type from 'typebox';
import { closed, moment, orNull } from './common.ts';

const position = { longitude: Type.Number(), latitude: Type.Number() };

/** Where a recording was made, point by point, and the places of the station's own around. Degrees in WGS-84. */
export const Track = Type.Object(
  {
    points: Type.Array(
      Type.Object(
        { ...position, at: orNull(moment), fixes: Type.Integer({ description: 'It stands for so many' }) },
        closed,
      ),
    ),
    places: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          points: Type.Array(Type.Object(position, closed)),
          radiusMeters: orNull(Type.Number()),
        },
        closed,
      ),
    ),
  },
  closed,
);
