// Reads topics from their beginning to their present end with kafkajs and decodes each value with the schema registry's
// client. Prints one JSON object: what was found by topic. Input: {brokers, registry, topics, needles: {name: base64}}.
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { input, result } from './script.mjs';

const ENVELOPE = ['event_id', 'session_id', 'organisation_id', 'seq', 'occurred_at', 'causation_id', 'correlation_id', 'prev_hash', 'payload'];

const { brokers, registry: host, topics, needles } = await input();
const kafka = new Kafka({ brokers, clientId: 'outside-reader', logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host });
const sought = Object.entries(needles).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]);
const found = Object.fromEntries(topics.map((topic) => [topic, {
  records: 0, sessions: {}, payloads: {}, missing_fields: {}, undecodable: 0, wrong_keys: 0, needles: {}, headers: {} }]));

await readToTheEnd(await ends(), take);
result(found);

/** Positions by topic and partition: {topic: {partition: [from, to]}}; empty partitions are left out. */
async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  const positions = {};
  for (const topic of topics) {
    const offsets = await admin.fetchTopicOffsets(topic);
    positions[topic] = Object.fromEntries(offsets.filter(({ low, high }) => BigInt(high) > BigInt(low))
      .map(({ partition, high }) => [partition, BigInt(high)]));
  }
  await admin.disconnect();
  return positions;
}

/** Batches end behind control records and aborted transactions, which the offsets of messages alone would miss. */
async function readToTheEnd(positions, each) {
  const left = new Set(Object.entries(positions).flatMap(([topic, ends]) => Object.keys(ends).map((partition) => `${topic} ${partition}`)));
  const consumer = kafka.consumer({ groupId: `outside-reader-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  let failed;
  const done = new Promise((resolve, reject) => {
    failed = reject;
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { topic, partition, lastOffset } }) => {
      if (BigInt(lastOffset) + 1n >= (positions[topic][partition] ?? 0n)) left.delete(`${topic} ${partition}`);
      if (left.size === 0) resolve();
    });
    if (left.size === 0) resolve();
  });
  await consumer.run({ eachBatch: async ({ batch }) => {
    try {
      for (const message of batch.messages) await each(batch.topic, message);
    } catch (error) {
      failed(error);
    }
  } });
  await done;
  await consumer.disconnect();
}

async function take(topic, message) {
  const here = found[topic];
  here.records += 1;
  for (const [name, bytes] of sought) if (message.value.includes(bytes)) count(here.needles, name);
  Object.keys(message.headers).forEach((name) => count(here.headers, name));
  let event;
  try {
    event = await registry.decode(message.value);
  } catch {
    here.undecodable += 1;
    return;
  }
  ENVELOPE.filter((field) => !(field in event)).forEach((field) => count(here.missing_fields, field));
  count(here.sessions, event.session_id);
  count(here.payloads, Object.keys(event.payload ?? {}).join());
  if (!keysOf(topic, event).includes(message.key.toString())) here.wrong_keys += 1;
}

/** Settings stand under their organisation, a bank's current version and its versions under names below it. */
function keysOf(topic, { session_id: session, organisation_id: organisation, payload }) {
  if (topic !== 'organisation-events') return [session];
  const { QuestionBankSelected: selected, QuestionBankPublished: published } = Object.fromEntries(
    Object.entries(payload ?? {}).map(([name, content]) => [name.split('.').pop(), content]));
  if (selected) return [`${organisation}/bank/${selected.bank_id}`];
  if (published) return [`${organisation}/bank/${published.bank_id}/${published.version}`];
  return [organisation];
}

function count(counts, name) {
  counts[name] = (counts[name] ?? 0) + 1;
}
