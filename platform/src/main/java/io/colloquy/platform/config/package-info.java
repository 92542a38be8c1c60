/**
 * Typed configuration from the environment. Every variable is read through {@link Settings}, which reports all offenders at
 * once. Secrets print as {@code ***}.
 */
package io.colloquy.platform.config;
