import { request } from 'node:http';
import type { AgentAnswer, AgentOrder } from './agent-orders.ts';
import { LabError } from './host.ts';

/** One order to the agent in the guest and its answer. `seconds` is where a dead guest is given up. */
export async function ask<K extends AgentOrder['order']>(
  port: number,
  order: AgentOrder & { readonly order: K },
  seconds: number,
): Promise<AgentAnswer<K>> {
  const text = await post(port, JSON.stringify(order), seconds);
  // The agent is the same checkout: its answer has the shape that the order asks for.
  const answer = JSON.parse(text) as { ok: AgentAnswer<K> } | { failed: string };
  if ('failed' in answer) throw new LabError(`the guest could not ${order.order}: ${answer.failed}`);
  return answer.ok;
}

function post(port: number, body: string, seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method: 'POST', agent: false, timeout: seconds * 1000 };
    const call = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text)).on('error', reject);
    });
    call.on('timeout', () => call.destroy(new LabError(`the guest's agent was silent for ${seconds} s`)));
    call.on('error', reject);
    call.end(body);
  });
}
