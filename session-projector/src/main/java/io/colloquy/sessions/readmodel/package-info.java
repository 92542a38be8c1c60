/**
 * The read model: topics projected into Postgres.
 *
 * <p>{@link io.colloquy.sessions.readmodel.PostgresProjection} takes a batch of one partition and its position in one
 * transaction; a {@link io.colloquy.sessions.readmodel.TableFeed} for each topic says which rows the batch makes. Rows are
 * written sealed as they come; erasing a session destroys its key and leaves no sealed column and no reading of it.
 */
package io.colloquy.sessions.readmodel;
