/**
 * The HTTP server that every service runs: problem+json, correlation ids, metrics, health. Routes are added by the
 * service. Nothing about interviews is known here.
 */
package io.colloquy.platform.http;
