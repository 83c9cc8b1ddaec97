import type { DockingSnapshot } from '../intake/progress.ts';
import type { Station } from '../station.ts';
import type { Cli } from './command.ts';
import { drawStation, type StationPicture } from './draw-station.ts';
import { LiveView } from './live-view.ts';
import { StationGlance } from './station-glance.ts';

/** The screen of a running station: dockings, newest evidence, alarms. */
export class StationView {
  readonly #cli: Cli;
  readonly #view: LiveView;
  #standing: { readonly station: Station; readonly glance: StationGlance } | null = null;
  #footer: string | null = null;
  #stopping = false;

  constructor(cli: Cli) {
    this.#cli = cli;
    this.#view = new LiveView(cli, (dockings, screen, paint) => {
      const picture = this.#picture(dockings);
      return picture === null ? [] : drawStation(picture, cli.language, screen, paint);
    });
  }

  /** From now on there is something to see. */
  begin(station: Station): void {
    this.#standing = { station, glance: new StationGlance(station.db, this.#cli.language) };
  }

  show(snapshot: DockingSnapshot): void {
    // When the station stops, every docking ends; what came of them is what the last picture is to show.
    if (this.#stopping && snapshot.phase === 'ended') return;
    this.#view.show(snapshot);
  }

  /** A line that stays above the picture. */
  note(line: string): void {
    this.#view.note(line);
  }

  stopping(footer: string): void {
    this.#stopping = true;
    this.#footer = footer;
  }

  /** Leaves the last picture standing. Must come before the station is closed: it is drawn from the catalogue. */
  end(footer: string): void {
    this.#footer = footer;
    this.#view.end();
    this.#standing = null;
  }

  #picture(dockings: readonly DockingSnapshot[]): StationPicture | null {
    if (this.#standing === null) return null;
    const { station, glance } = this.#standing;
    return {
      code: station.file.code,
      name: station.config.station.name,
      watched: station.config.dock.folders.map(({ path }) => path),
      dockings,
      glance: glance.look(),
      footer: this.#footer,
    };
  }
}
