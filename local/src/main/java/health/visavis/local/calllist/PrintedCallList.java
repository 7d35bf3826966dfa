package health.visavis.local.calllist;

import health.visavis.calllist.CallList;
import health.visavis.calllist.CallList.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A call list for reading: on a terminal, or on paper.
final class PrintedCallList {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MMMM d, h:mm a z", Locale.US);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final CallList list;
    private final Instant now;

    PrintedCallList(CallList list, Instant now) {
        this.list = list;
        this.now = now;
    }

    String text() {
        var text = new StringBuilder();
        text.append("Call list of ").append(list.clinic()).append('\n');
        text.append(age()).append('\n');
        if (list.entries().isEmpty()) {
            text.append("\nNo visits were planned.\n");
        }
        days().forEach((day, entries) -> {
            text.append('\n').append(DAY.format(day)).append('\n');
            entries.forEach(entry -> text.append("  [ ] %-9s %-28s %-20s with %s%s%n"
                    .formatted(
                            TIME.format(entry.at().atZone(list.zone())),
                            entry.patient(),
                            number(entry),
                            entry.clinician(),
                            entry.byPhone() ? " (by phone anyway)" : "")));
        });
        return text.toString();
    }

    String html() {
        var rows = new StringBuilder();
        days().forEach((day, entries) -> {
            rows.append("<h2>")
                    .append(DAY.format(day))
                    .append("</h2>\n<table>\n<thead><tr><th>Called</th><th>Time</th>")
                    .append("<th>Patient</th><th>Number</th><th>With</th></tr></thead>\n<tbody>\n");
            entries.forEach(entry -> rows.append("<tr><td>☐</td><td>")
                    .append(TIME.format(entry.at().atZone(list.zone())))
                    .append("</td><td>")
                    .append(escaped(entry.patient()))
                    .append("</td><td>")
                    .append(escaped(number(entry)))
                    .append(entry.byPhone() ? " (by phone anyway)" : "")
                    .append("</td><td>")
                    .append(escaped(entry.clinician()))
                    .append("</td></tr>\n"));
            rows.append("</tbody>\n</table>\n");
        });
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Call list</title>
                <style>
                  body { font: 12pt/1.4 sans-serif; margin: 1.5cm; color: #000; background: #fff; }
                  table { border-collapse: collapse; width: 100%%; }
                  th, td { border: 1px solid #555; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
                  thead { display: table-header-group; }
                  tr { break-inside: avoid; }
                </style>
                </head>
                <body>
                <h1>Call list of %s</h1>
                <p><strong>%s</strong></p>
                %s</body>
                </html>
                """.formatted(
                        escaped(list.clinic()),
                        escaped(age()),
                        list.entries().isEmpty() ? "<p>No visits were planned.</p>\n" : rows);
    }

    /// A list that could not be written anew says so, before anybody trusts it.
    private String age() {
        var age = Duration.between(list.writtenAt(), now);
        var written = "Written " + WRITTEN.format(list.writtenAt().atZone(list.zone())) + ", " + ago(age) + ".";
        return age.compareTo(FRESH) <= 0
                ? written
                : written + " What was booked, moved or cancelled since is not in it.";
    }

    private static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + (age.toMinutes() == 1 ? " minute ago" : " minutes ago");
        }
        if (age.toDays() < 1) {
            return age.toHours() + (age.toHours() == 1 ? " hour ago" : " hours ago");
        }
        return age.toDays() + (age.toDays() == 1 ? " day ago" : " days ago");
    }

    private Map<LocalDate, List<Entry>> days() {
        return list.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.at().atZone(list.zone()).toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    private static String number(Entry entry) {
        return entry.number().isEmpty() ? "no number" : entry.number();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
