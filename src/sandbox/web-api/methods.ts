import { checkBlocks, faultLines } from '../block-kit/check.ts';
import type { SocketMode } from '../delivery/socket-mode.ts';
import { refuse } from './call.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { fileMethods } from './file-methods.ts';
import { identityMethods } from './identity-methods.ts';
import type { Methods } from './method.ts';
import { reactionMethods } from './reaction-methods.ts';
import { viewMethods } from './view-methods.ts';

/** Every method that the sandbox answers. Without Socket Mode `apps.connections.open` is refused. */
export function allMethods(socketMode: SocketMode | null): Methods {
  return {
    ...identityMethods,
    ...conversationMethods,
    ...chatMethods,
    ...reactionMethods,
    ...viewMethods,
    ...fileMethods,
    'apps.connections.open': {
      scopes: [],
      tier: 'none',
      token: 'app',
      run: ({ baseUrl }) =>
        socketMode
          ? { url: `${baseUrl.replace('http', 'ws')}/link?ticket=${socketMode.ticket()}` }
          : refuse('socket_mode_not_enabled'),
    },
    'blocks.validate': {
      scopes: [],
      tier: 'none',
      token: 'none',
      run(_slack, args) {
        const lines = faultLines(checkBlocks(args.structure('blocks', 'invalid_blocks_format'), 'message'));
        if (lines.length === 0) return {};
        return refuse('invalid_blocks', {
          errors: lines,
          response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
        });
      },
    },
  };
}
