import type { ProbeTags } from '../read-probe.ts';

/** A program that does not record, by what it leaves in a container. */
interface Program {
  readonly id: string;
  /** `library`: other programs use it, and the firmware of some recorders does too. */
  readonly is: 'editor' | 'library';
  /** In any text that the file or one of its streams bears. */
  readonly text?: RegExp;
  /** The name of a tag, in lower case, its dots as underscores. */
  readonly key?: RegExp;
}

/**
 * What such programs really write, as ffprobe shows it, seen in published ffprobe and MediaInfo output: Adobe's handlers
 * are MainConcept's; 剪映 and CapCut leave `te_is_reencode`, a `TEEditor` setting and `vicut` as the source; Final Cut Pro
 * keys of `com.apple.proapps`; FFmpeg `Lavf` in `©too`, `ISFT` or the muxing application, `Lavc` in a stream's compressor
 * name, and `FFMP` as its vendor.
 */
const programs: readonly Program[] = [
  {
    id: 'Adobe',
    is: 'editor',
    text: /Mainconcept (?:MP4 )?(?:Video|Sound) Media Handler|Adobe (?:Premiere|Media Encoder|After Effects|Photoshop)/i,
  },
  {
    id: 'JianYing',
    is: 'editor',
    text: /"?TEEditor"?|"(?:source_type|product)":"(?:vicut|lv|jianying)|bytevehw|JianYing|CapCut|剪映/i,
    key: /^(?:te_is_reencode|dreaminametainfo|lvmetainfo|com_(?:jianying|lemon|capcut)\w*)$/,
  },
  { id: 'Final Cut Pro', is: 'editor', text: /Final Cut|iMovie/i, key: /^com_apple_proapps/ },
  { id: 'DaVinci Resolve', is: 'editor', text: /DaVinci Resolve/i },
  { id: 'VEGAS', is: 'editor', text: /\b(?:Sony|MAGIX) Vegas\b|\bVEGAS Pro\b/i },
  { id: 'EDIUS', is: 'editor', text: /\bEDIUS\b/ },
  { id: 'HandBrake', is: 'editor', text: /\bHandBrake\b/i },
  { id: 'VirtualDub', is: 'editor', text: /\bVirtualDub/i },
  { id: 'Avidemux', is: 'editor', text: /\bAvidemux\b/i },
  { id: 'Camtasia', is: 'editor', text: /\bTechSmith\b|\bCamtasia\b/i },
  { id: 'Filmora', is: 'editor', text: /\bFilmora\b|\bWondershare\b/i },
  { id: 'Movavi', is: 'editor', text: /\bMovavi\b/i },
  { id: 'Windows Movie Maker', is: 'editor', text: /Windows Movie Maker|Clipchamp/i },
  { id: 'FormatFactory', is: 'editor', text: /FormatFactory|格式工厂/i },
  { id: 'Bilibili', is: 'editor', text: /Bilibili XCoder|\bbcut\b|必剪/i },
  { id: 'YouTube', is: 'editor', text: /ISO Media file produced by Google/i },
  { id: 'FFmpeg', is: 'library', text: /^Lav[fc](?:\d| )|^FFMP$/ },
  { id: 'GPAC', is: 'library', text: /\bGPAC\b/ },
  { id: 'L-SMASH', is: 'library', text: /\bL-SMASH\b/ },
  { id: 'mp4v2', is: 'library', text: /^mp4v2 / },
  { id: 'MKVToolNix', is: 'library', text: /^mkvmerge |^libebml v/ },
];

/** A program's mark in a file. */
export interface Mark {
  readonly program: string;
  readonly is: Program['is'];
  /** The text that bears it, or the name of the tag. */
  readonly said: string;
}

/** The first mark of an editor, else of a library; null where there is none. Pure. */
export function markIn(tags: ProbeTags): Mark | null {
  const said = [tags.file, ...tags.streams].flatMap((one) => Object.entries(one));
  for (const { id, is, text, key } of programs) {
    const found = said.find(([name, value]) => text?.test(value) === true || key?.test(name) === true);
    if (found === undefined) continue;
    const [name, value] = found;
    return { program: id, is, said: text?.test(value) === true ? value : name };
  }
  return null;
}
