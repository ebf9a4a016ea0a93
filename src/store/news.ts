/** What a transaction leaves for others to take up once it is committed. */
export interface News {
  outbox: boolean;
  inbox: boolean;
  /** Clocks were started or changed, or what they are reckoned with. */
  clocks: boolean;
  /** Tools were changed, or what people say about them. */
  stack: boolean;
}
