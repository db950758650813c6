/**
 * What page and Python say to each other. Made by scripts/tables/protocol_types.py from wizard/protocol.py, replies.py.
 */

export type Fields = Record<string, string>;

export type Value = string | string[] | Fields;

/** The wizard's page in one language. */
export interface Link {
  code: string;
  name: string;
  href: string;
}

/** Where the page's own links lead. *megabytes* is what Python weighs; *version* is the guide's. */
export interface Links {
  home: string;
  privacy: string;
  version: string;
  leave: string;
  megabytes: string;
  languages: Link[];
}

/** The screen that follows from what is known. */
export interface Show {
  do: "show";
}

/** The screen of a question, or of a place, to answer it again; needs are asked for one group of them. */
export interface Change {
  do: "change";
  question: string;
  group?: string;
}

/** Answers a question: the next screen, or the same one with an error by the field. */
export interface Answer {
  do: "answer";
  question: string;
  value: Value;
}

/** Looks for what fits the words that stand in the box of a place so far. */
export interface Seek {
  do: "seek";
  question: string;
  words: string;
}

/** Acknowledges an interlude: the next screen. */
export interface Read {
  do: "read";
  interlude: string;
}

/** The parts of the page around the screen, in another language. */
export interface ShowFrame {
  do: "frame";
  links: Links;
}

/** The form of details; where there is nothing to prepare, the screen that follows. */
export interface ShowDetails {
  do: "details";
}

/** The papers on screen, or the form with errors beside its fields. */
export interface MakePapers {
  do: "packet";
}

/** One file of the packet, by its name. */
export interface MakeFile {
  do: "file";
  name: string;
}

/** The case as a file. */
export interface SaveCase {
  do: "save";
}

/** Goes on from a saved case: the screen that follows, or why it cannot be read. */
export interface OpenCase {
  do: "load";
  text: string;
}

export type Action = Show | Change | Answer | Seek | Read | ShowFrame | ShowDetails | MakePapers | MakeFile | SaveCase | OpenCase;

/** All that is known of a person's case but what was typed: a page keeps it in memory, and sends it each time. */
export interface Known {
  needs: string[];
  answers: Record<string, string>;
  seen: string[];
  places: Record<string, Record<string, string>>;
}

/** What stands beside every action. *dated*: what was answered as a day; *sought*: words typed for places. */
export interface Context extends Known {
  language: string;
  dated?: Fields;
  sought?: Fields;
  details?: Fields;
  today?: string;
  now?: string;
}

/** All actions carry all that is known, but that for the frame, which needs no more than a language. */
export type Request = (Action & Context) | (ShowFrame & Pick<Context, "language">);

/** All that is known anew. *focus*: the place whose office was asked for; *prepare*: there is something to send. */
export interface KnownReply {
  answers_html: string;
  needs: string[];
  answers: Record<string, string>;
  seen: string[];
  places: Record<string, Record<string, string>>;
  focus: string;
  prepare: boolean;
}

/** A screen: its stable name, whether it tells an error, and its HTML. */
export interface ScreenReply {
  screen: string;
  error: boolean;
  html: string;
}

/** The form of details; *carried*: each text that was typed, under the name of the letter that it stands in now. */
export interface FormReply extends ScreenReply {
  carried: Fields;
}

/** The papers: *texts* by the name of a paper, and the names of all files. */
export interface PapersReply extends ScreenReply {
  texts: Record<string, string>;
  files: string[];
}

/** The screen that follows from a case that was opened, with what was typed there. */
export interface OpenedReply extends ScreenReply {
  details: Fields;
  dated: Fields;
  problem: string;
}

/** Why a file was not opened; everything stays as it is. */
export interface NotOpenedReply {
  problem: string;
}

/** What fits the words for a place: how much, in words, and the offers to choose from as HTML. */
export interface FoundReply {
  told: string;
  html: string;
}

/** A file to save. */
export interface FileReply {
  name: string;
  type: string;
  base64: string;
}

/** The parts of the page around the screen, its title, and the direction of its text. */
export interface FrameReply {
  top: string;
  tools: string;
  after: string;
  bottom: string;
  title: string;
  direction: string;
}

export type Reply = (KnownReply & (ScreenReply | FormReply | PapersReply | OpenedReply | NotOpenedReply)) | FoundReply | FileReply | FrameReply;
