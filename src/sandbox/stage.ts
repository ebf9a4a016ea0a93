import type { ClientStage, ShownPane } from './client-api.ts';
import type { MessageCard } from './driver/message-card.ts';
import type { Person, Place } from './driver/person.ts';
import type { Theatre } from './theatre.ts';

/** A story that plays itself on the page, told by whoever starts the sandbox. */
export interface Story {
  title: string;
  /** Plays it to its end. What it throws ends it too, and is shown to whoever watches. */
  play(stage: Stage): Promise<void>;
}

/** What a story is played with. Every wait holds while the viewer pauses, and throws once the viewer has stopped. */
export interface Stage {
  person(name: string): Person;
  /** Puts people's conversations before the viewer, one a pane. */
  show(...scenes: [Scene] | [Scene, Scene]): void;
  /** Shows a caption and waits for as long as it takes to read. */
  say(caption: string): Promise<void>;
  /** A moment between two steps, so that eyes can follow. */
  beat(): Promise<void>;
}

/** Somebody's screen: `home`, `dm` or `#name`, and the thread of a message if it is open. */
export interface Scene {
  who: string;
  in: 'home' | Place;
  thread?: MessageCard;
}

class Stopped extends Error {}

const tick = 100;
const beatMs = 900;

function placeIn({ in: shown }: Scene): Place {
  return shown === 'home' ? 'dm' : shown;
}

function paneOf(person: Person, scene: Scene): ShownPane {
  const tab = scene.in === 'home' ? 'home' : scene.in === 'dm' ? 'messages' : null;
  return { as: person.id, at: person.idOf(placeIn(scene)), thread: scene.thread?.ts ?? null, tab };
}

/** In real milliseconds: time to find the caption, and to read it. */
function readingTime(caption: string): number {
  return 1800 + caption.length * 55;
}

/** Stories by their order in the list, one at a time. `pause` waits so many real milliseconds. */
export function createTheatre(options: {
  stories: readonly Story[];
  opening: readonly Scene[];
  pause: (milliseconds: number) => Promise<void>;
  person: (name: string) => Person;
  changed: () => void;
}): Theatre {
  const { stories, opening, pause, person, changed } = options;
  const titles = stories.map(({ title }, index) => ({ id: String(index), title }));
  let banner: string | null = null;
  let playing: ClientStage['playing'] = null;
  let run = 0;

  const panesOf = (scenes: readonly Scene[]) => scenes.map((scene) => paneOf(person(scene.who), scene));
  const now = (): ClientStage => ({ banner, stories: titles, opening: panesOf(opening), playing });

  function update(change: Partial<NonNullable<ClientStage['playing']>>): void {
    if (playing) playing = { ...playing, ...change };
    changed();
  }

  async function play(id: string, story: Story): Promise<void> {
    run += 1;
    const mine = run;
    playing = { id, title: story.title, caption: '', step: 0, isPaused: false, panes: [], ended: null };
    changed();

    async function wait(milliseconds: number): Promise<void> {
      for (let left = milliseconds; left > 0 || playing?.isPaused; ) {
        await pause(tick);
        if (run !== mine) throw new Stopped();
        if (!playing?.isPaused) left -= tick;
      }
      if (run !== mine) throw new Stopped();
    }

    try {
      await story.play({
        person,
        show(...scenes) {
          for (const scene of scenes) person(scene.who).opens(placeIn(scene));
          update({ panes: panesOf(scenes) });
        },
        async say(caption) {
          update({ caption, step: (playing?.step ?? 0) + 1 });
          await wait(readingTime(caption));
        },
        beat: () => wait(beatMs),
      });
      if (run === mine) update({ ended: 'finished' });
    } catch (error) {
      if (error instanceof Stopped || run !== mine) return;
      update({ ended: 'failed', caption: `The story stops here: ${String(error)}` });
    }
  }

  return {
    now,
    order(order) {
      if ('play' in order) {
        const story = stories[Number(order.play)];
        // What is announced goes on in the same desk: the two would get into each other's way.
        if (story && banner === null) void play(order.play, story);
      } else if ('pause' in order) update({ isPaused: order.pause });
      else {
        run += 1;
        playing = null;
        changed();
      }
      return now();
    },
    announce(sentence) {
      banner = sentence;
      changed();
    },
    close() {
      run += 1;
    },
  };
}
