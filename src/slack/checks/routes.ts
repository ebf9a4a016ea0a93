import type { Routes } from '../conversation.ts';
import { submits } from '../kit/on-request.ts';
import { answerWindow, parseAnswers } from './answer-window.ts';
import { changesWindow, parseChanges, parseWaiver, waiveWindow } from './decision-windows.ts';
import { approve, opensOnCheck, submitsOnCheck } from './on-check.ts';
import { parseDropCheck, parseRequestCheck } from './request-window.ts';

/** What others look at before IT says yes, or before it is done. */
export const checkRoutes = {
  actions: {
    'check.approve': approve,
    'check.answer': opensOnCheck('answer-check', answerWindow),
    'check.want-changes': opensOnCheck('want-changes', changesWindow),
    'check.waive': opensOnCheck('waive-check', waiveWindow),
  },
  submissions: {
    'check.answer': submitsOnCheck(parseAnswers, answerWindow),
    'check.want-changes': submitsOnCheck(parseChanges, changesWindow),
    'check.waive': submitsOnCheck(parseWaiver, waiveWindow),
    'check.request': submits(parseRequestCheck, { mendedBy: { 'check-asked': 'check' } }),
    'check.drop': submits(parseDropCheck),
  },
} satisfies Routes;
