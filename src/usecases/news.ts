/** What a transaction leaves for others to take up once it is committed. */
export interface News {
  outbox: boolean;
  inbox: boolean;
  /** Something in the inbox that may wait until nobody waits for an answer. */
  inboxLater: boolean;
  /** Clocks were started or changed, or what they are reckoned with. */
  clocks: boolean;
  /** Tools were changed, or what people say about them. */
  stack: boolean;
  /** Words wait for a broker. */
  brokered: boolean;
}

export function noNews(): News {
  return { outbox: false, inbox: false, inboxLater: false, clocks: false, stack: false, brokered: false };
}
