import { dropCheckWindow, requestCheckWindow } from '../checks/request-window.ts';
import { type ActionHandler, nothing } from '../conversation.ts';
import { attachModal } from '../files/attach.ts';
import { opens } from '../kit/on-request.ts';
import { responsibilityWindow } from '../responsibility/responsibility-window.ts';
import { brokerModal } from './broker.ts';
import { mergeModal } from './merge.ts';
import {
  assignModal,
  dateModal,
  handOverModal,
  kindModal,
  linkModal,
  priorityModal,
  replyModal,
} from './more.ts';
import type { More } from './more-menu.ts';

const windows: Record<More, ActionHandler> = {
  reply: opens('comment', replyModal),
  attach: opens('comment', attachModal),
  assign: opens('assign', assignModal),
  'set-priority': opens('set-priority', priorityModal),
  'change-date': opens('change-date', dateModal),
  'change-kind': opens('change-kind', kindModal),
  merge: opens('merge', mergeModal),
  'set-responsibility': opens('set-responsibility', responsibilityWindow),
  'request-check': opens('request-check', requestCheckWindow),
  'drop-check': opens('drop-check', dropCheckWindow),
  'link-issue': opens('link-issue', linkModal),
  'name-broker': opens('name-broker', brokerModal),
  'hand-over': opens('hand-over', handOverModal),
};

/** The menu's choice carries what to open, and for which request. */
export const more: ActionHandler = async (call) => {
  const [what = '', request = ''] = (call.value ?? '').split(' ');
  const open = Object.entries(windows).find(([name]) => name === what)?.[1];
  return open ? open({ ...call, value: request }) : nothing;
};
