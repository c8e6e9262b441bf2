import type { Outcome } from "../../functions/store/work.ts";
import { receivesAtMost } from "../../infra/stack/sizes.ts";
import { sendersFor, visibilitySeconds } from "../../infra/stack/topology.ts";
import type { Task, World } from "./world.ts";

/** The lanes' queues are alike; one stands for each pair. */
const visibilityMs = {
  report: visibilitySeconds("report-standard") * 1000,
  contact: visibilitySeconds("contact-standard") * 1000,
  notice: visibilitySeconds("notice-standard") * 1000,
  channel: visibilitySeconds("channel-standard") * 1000,
  delivery: visibilitySeconds("delivery") * 1000,
  reply: visibilitySeconds("reply") * 1000,
} as const;
export type Queue = keyof typeof visibilityMs;

/** `sender`: who really put it there, where that is not who it says. */
export type Message = {
  readonly id: number;
  readonly queue: Queue;
  readonly body: string;
  readonly sender?: string;
  receives: number;
  visibleAt: number;
};

/**
 * As many as are worked on at a time; at the notice queue, as many senders as use SES's first rate,
 * with the two of the other lane.
 */
const atATime = {
  report: 100,
  contact: 25,
  notice: sendersFor(14) + 2,
  channel: 4,
  delivery: 100,
  reply: 25,
} as const satisfies Readonly<Record<Queue, number>>;

/** What a function does with a message of its queue. */
export type Work = (task: Task, message: Pick<Message, "body" | "receives" | "sender">) => Promise<Outcome>;

/**
 * Standard queues with a function at each: at least once, in any order, kept for the visibility
 * timeout, and set aside as dead letters after too many receives. A message leaves only when its
 * step said "done" and the delete came through.
 */
export const simulatedQueues = (
  world: World,
  works: Readonly<Record<Queue, Work>>,
  taken: (message: Message) => void,
) => {
  let messages: Message[] = [];
  const dead: Message[] = [];
  let count = 0;

  const put = (queue: Queue, body: string, inMs = 0, sender?: string) => {
    messages.push({
      id: ++count,
      queue,
      body,
      receives: 0,
      visibleAt: world.nowMs() + inMs,
      ...(sender && { sender }),
    });
    world.note(() => `  message ${count} on the ${queue} queue`);
  };

  const running = new Map<Queue, Set<Task>>();
  const hasRoom = ({ queue }: Message): boolean => {
    const tasks = running.get(queue);
    if (tasks === undefined || tasks.size < atATime[queue]) return true;
    for (const task of tasks) if (task.dead) tasks.delete(task);
    return tasks.size < atATime[queue];
  };

  const work = async (task: Task, message: Message, receives: number) => {
    const outcome = await works[message.queue](task, { ...message, receives });
    if (outcome === "later") return;
    await world.call(task, "delete a message", () => {
      if (!messages.includes(message)) return;
      messages = messages.filter((other) => other !== message);
      taken(message);
    });
  };

  const invoke = (message: Message) => {
    const { queue, receives } = message;
    const tasks = running.get(queue) ?? new Set();
    running.set(queue, tasks);
    world.start(`${queue}#${message.id}.${receives}`, async (task) => {
      tasks.add(task);
      try {
        await work(task, message, receives);
      } finally {
        tasks.delete(task);
      }
    });
  };
  const receive = (message: Message) => {
    if (message.receives >= receivesAtMost) {
      messages = messages.filter((other) => other !== message);
      dead.push(message);
      world.note(() => `message ${message.id} goes to the dead letters`);
      return;
    }
    const fault = world.strikes("receive a message");
    if (fault === "delay") {
      message.visibleAt = world.nowMs() + visibilityMs[message.queue];
      return;
    }
    message.receives++;
    message.visibleAt = world.nowMs() + visibilityMs[message.queue];
    invoke(message);
    if (fault === "twice") invoke(message);
  };

  world.addSource({
    nextMs: () => {
      let first: number | undefined;
      for (const message of messages)
        if ((first === undefined || message.visibleAt < first) && hasRoom(message)) first = message.visibleAt;
      return first;
    },
    ready: () => {
      const now = world.nowMs();
      let count = 0;
      for (const message of messages) if (message.visibleAt <= now && hasRoom(message)) count++;
      return count;
    },
    begin: (at) => {
      const now = world.nowMs();
      const message = messages.filter((one) => one.visibleAt <= now && hasRoom(one))[at];
      if (message) receive(message);
    },
  });

  return {
    put,
    waiting: (): readonly Message[] => messages,
    dead: dead as readonly Message[],
    /** As the console does: dead letters go back to the queue they came from. */
    redrive: () => {
      for (const message of dead.splice(0)) {
        message.receives = 0;
        message.visibleAt = world.nowMs();
        messages.push(message);
      }
    },
  };
};
