import type { Fields } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { ResponseUrl, User } from '../state/records.ts';

const responseUrlLivesFor = 30 * 60_000;

/** What every interaction payload carries. */
export function interactionBase({ workspace, app }: Slack, user: User): Fields {
  return {
    token: app.verificationToken,
    api_app_id: app.id,
    team: { id: workspace.team.id, domain: workspace.team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A response_url: five posts within half an hour. */
export function newResponseUrl(
  { workspace, baseUrl }: Slack,
  about: Pick<ResponseUrl, 'user' | 'channel' | 'ts'>,
): { id: string; url: string } {
  const id = workspace.newId('R');
  workspace.responseUrls.put(id, {
    id,
    ...about,
    used: 0,
    expiresAt: workspace.clock.now() + responseUrlLivesFor,
  });
  return { id, url: `${baseUrl}/response/${id}` };
}

/** The message that a command's response_url replaces from now on: the one that was shown first. */
export function setOriginal({ workspace }: Slack, responseUrlId: string, ts: string): void {
  const known = workspace.responseUrls.get(responseUrlId);
  if (known?.ts === null) workspace.responseUrls.put(known.id, { ...known, ts });
}
