/**
 * What other services put into Redis for readers: session snapshots, decisions, readings. A publish is a hint that there is
 * something to read; whoever waits reads again anyway. The only other thing here is this service's own short-lived keys.
 */
package io.colloquy.ingest.live;
