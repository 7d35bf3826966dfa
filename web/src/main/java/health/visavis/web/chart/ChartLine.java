package health.visavis.web.chart;

import org.jspecify.annotations.Nullable;

/// A line of a chart as it is drawn.
///
/// @param what in the words of the source, which are English
/// @param detail in the viewer's language
/// @param quote a detail in the words of the source
/// @param on the date as it reads
/// @param href where the line leads, for documents
/// @param mark that it is guarded better than others, in the viewer's language
public record ChartLine(
        String what,
        @Nullable String detail,
        @Nullable String quote,
        @Nullable String on,
        @Nullable String href,
        @Nullable String mark) {

    ChartLine(
            String what, @Nullable String detail, @Nullable String quote, @Nullable String on, @Nullable String href) {
        this(what, detail, quote, on, href, null);
    }

    ChartLine marked(@Nullable String as) {
        return new ChartLine(what, detail, quote, on, href, as);
    }
}
