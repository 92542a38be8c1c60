/**
 * The only door for candidates: REST and WebSocket to topics, live updates back, sign-in, the candidate's room. It never
 * decides. The service is one object, so that a process, a test and the local stack all run the same.
 */
package io.colloquy.ingest;
