package health.visavis.web.chart;

import org.jspecify.annotations.Nullable;

/// A line of a chart as it is drawn.
///
/// @param what in the words of the source, which are English
/// @param detail in the viewer's language
/// @param quote a detail in the words of the source
/// @param on the date as it reads
/// @param href where the line leads, for documents
public record ChartLine(
        String what,
        @Nullable String detail,
        @Nullable String quote,
        @Nullable String on,
        @Nullable String href) {}
