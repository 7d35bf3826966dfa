package health.visavis.web.chart;

import health.visavis.chart.ClinicalDate;
import health.visavis.web.layout.Shell;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Dates of a chart, as precise as they are.
final class ChartDates {

    private final Shell shell;

    ChartDates(Shell shell) {
        this.shell = shell;
    }

    @Nullable
    String read(@Nullable ClinicalDate date) {
        if (date == null) {
            return null;
        }
        var day = date.at().atZone(ZoneOffset.UTC).toLocalDate();
        return switch (date.precision()) {
            case YEAR -> Integer.toString(day.getYear());
            case MONTH -> month(day);
            case DAY -> shell.day(day);
            case MOMENT -> shell.day(date.at());
        };
    }

    String born(LocalDate bornOn) {
        var years = Period.between(bornOn, shell.today()).getYears();
        return shell.t("chart.patient.born", shell.day(bornOn), years);
    }

    private String month(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("yMMM")
                .withLocale(shell.language().locale())
                .format(day);
    }
}
