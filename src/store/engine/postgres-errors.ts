import { DatabaseError } from 'pg';

/** SQLSTATE, or the operating system's code where no answer came. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Serialization failure, deadlock, or a unique key that somebody else took meanwhile. */
export function isCollision(error: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(codeOf(error));
}

export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03';
}

const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The server went away, is stopping or starting, or has no connection to spare. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (code.startsWith('08') || ['57P01', '57P02', '57P03', '53300'].includes(code)) return true;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)) return true;
  // pg gives these no code.
  return error instanceof Error && lostConnection.test(error.message);
}

/** Nobody answers at that address, or the server refuses this user or database. */
export function isUnusable(error: unknown): boolean {
  return (
    isConnectionLost(error) ||
    ['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(codeOf(error)) ||
    (error instanceof DatabaseError && /^(28|3D)/.test(error.code ?? ''))
  );
}
