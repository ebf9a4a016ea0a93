import { parse } from 'yaml';
import { fieldsOf, isFields, listOf, textOf } from './json.ts';

export interface ManifestCommand {
  command: string;
  description: string;
  usageHint: string;
  shouldEscape: boolean;
}

export interface ManifestShortcut {
  callbackId: string;
  name: string;
  description: string;
  type: 'global' | 'message';
}

/** What of an app's manifest the sandbox goes by. */
export interface Manifest {
  name: string;
  botName: string;
  homeTab: boolean;
  commands: ManifestCommand[];
  shortcuts: ManifestShortcut[];
  botEvents: ReadonlySet<string>;
  botScopes: ReadonlySet<string>;
}

/** The one app that is installed in the sandbox. */
export interface InstalledApp {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  manifest: Manifest;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
  /** Changes when a token is revoked or scopes are taken away. */
  tokenRevoked: boolean;
  scopes: Set<string>;
}

function texts(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** Reads a manifest: its parsed object, or its YAML (or JSON) text. */
export function readManifest(source: unknown): Manifest {
  const manifest = fieldsOf(typeof source === 'string' ? parse(source) : source);
  const features = fieldsOf(manifest.features);
  const settings = fieldsOf(manifest.settings);
  const scopes = fieldsOf(fieldsOf(manifest.oauth_config).scopes);
  const name = textOf(fieldsOf(manifest.display_information).name) || 'App';
  return {
    name,
    botName: textOf(fieldsOf(features.bot_user).display_name) || name,
    homeTab: fieldsOf(features.app_home).home_tab_enabled === true,
    commands: listOf(features.slash_commands)
      .filter(isFields)
      .map((command) => ({
        command: textOf(command.command),
        description: textOf(command.description),
        usageHint: textOf(command.usage_hint),
        shouldEscape: command.should_escape === true,
      })),
    shortcuts: listOf(features.shortcuts)
      .filter(isFields)
      .map((shortcut) => ({
        callbackId: textOf(shortcut.callback_id),
        name: textOf(shortcut.name),
        description: textOf(shortcut.description),
        type: shortcut.type === 'message' ? 'message' : 'global',
      })),
    botEvents: new Set(texts(fieldsOf(settings.event_subscriptions).bot_events)),
    botScopes: new Set([...texts(scopes.bot), ...texts(scopes.bot_optional)]),
  };
}

export function installApp(manifest: Manifest, signingSecret = 'sandbox-signing-secret'): InstalledApp {
  return {
    id: 'A0SANDBOXAPP',
    name: manifest.name,
    botId: 'B0SANDBOXAPP',
    botUserId: 'U0SANDBOXAPP',
    manifest,
    botToken: 'xoxb-sandbox',
    appToken: 'xapp-sandbox',
    signingSecret,
    verificationToken: 'sandbox-verification-token',
    tokenRevoked: false,
    scopes: new Set(manifest.botScopes),
  };
}
