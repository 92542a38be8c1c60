/**
 * A session's report, as JSON and as a page.
 *
 * <p>{@link io.colloquy.reports.report.ReportAssembly} puts it together from rows; it is pure but for opening content.
 * Nothing here knows of emotions.
 */
package io.colloquy.reports.report;
