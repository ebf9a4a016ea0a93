/** What Block Kit takes, by the names of Slack's documentation. Lengths are UTF-16 units, never more lenient than Slack. */
export const limits = {
  viewBlocks: 100,
  /** Also of its buttons. */
  modalTitle: 24,
  headerText: 150,
  sectionText: 3000,
  buttonText: 75,
  placeholder: 150,
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  /** Options in one group of checkboxes or radio buttons. */
  boxes: 10,
  selectOptions: 100,
  inputText: 3000,
  inputHint: 2000,
  inputFiles: 10,
} as const;

/** What we allow ourselves, so that a card stays readable and its text in all below Slack's undocumented 13,200. */
export const ours = {
  /** With its key before it, it still fits into a header. */
  title: 130,
  /** Outcome, question, answer and the like on a card; the whole is behind `show`. */
  passage: 1000,
  /** The same in a line of its own, where there is nothing else to show. */
  linePassage: 10_000,
  /** One of two lines that are shown as one passage. */
  line: 1000,
  link: 200,
  name: 80,
  /** Keys of requests in one sentence. */
  listed: 10,
} as const;
