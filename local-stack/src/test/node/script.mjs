// How these scripts talk with the test that starts them: one JSON object comes in on standard input, one goes out on
// standard output; steps and errors go to standard error, and a failure ends with exit code 1.

/** @returns {Promise<object>} */
export async function input() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Says what is being done, so that a failure shows how far it came. @param {string} what */
export function step(what) {
  console.error(`${new Date().toISOString().slice(11, 23)} ${what}`);
}

/** Hands over the outcome and ends. @param {object} outcome */
export function result(outcome) {
  process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
}

process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});
