/** What the station is set to, and who changed it. */
export interface ConfigurationKinds {
  /**
   * From here on the station acts by this configuration. `keys`: the settings that differ from those before, `sensitive`:
   * those among them that need two persons, `waiting`: those of the file that are not acted by, since no second person has
   * confirmed them. Who started the program, and whose the file is and when it was written, are the machine's claims.
   */
  'config.adopted': {
    data: {
      digest: string;
      before: string | null;
      because: ConfigCause;
      keys: readonly string[];
      sensitive: readonly string[];
      waiting: readonly string[];
      /** The one by which a second person confirmed what is sensitive. */
      proposal: string | null;
      startedBy: string | null;
      fileOwner: string | null;
      fileWritten: string | null;
    };
    /** JSON: `settings` every one by its key, `changes` with the values before and after. Secrets stand in neither. */
    personal: { settings: string; changes: string; file?: string };
  };
}

/**
 * `first`: none was recorded before; `alone`: nobody but the first administrator has ever had an account; `confirmed`: two
 * persons; `plain`: nothing of it needed two.
 */
export type ConfigCause = 'first' | 'alone' | 'confirmed' | 'plain';
