package org.stepwell.enrollment.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stepwell.platform.consent.Permit;

/** A letter as its reader sees it, with what goes with a disclosure (42 CFR 2.32): the notice, and the scope of the consent. */
final class PrintedLetter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private PrintedLetter() {}

    static String of(Said said, Reader reader, Permit permit, ZoneId zone) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Document</title></head>
                <body>
                <h1>%s</h1>
                <p>%s</p>
                <p>To %s</p>
                <p>%s has consented in writing that we tell you this:</p>
                %s
                <h2>The patient's consent</h2>
                <p>%s</p>
                <p>%s</p>
                </body>
                </html>
                """.formatted(
                        escaped(said.clinic()),
                        DAY.format(said.on()),
                        escaped(reader.name() + (reader.address() == null ? "" : ", " + reader.address())),
                        escaped(said.patient()),
                        stay(said) + attendance(said),
                        escaped(permit.consent().inWords(zone)),
                        escaped(permit.notice()));
    }

    private static String stay(Said said) {
        var stay = said.stay();
        if (stay == null) {
            return "";
        }
        var name = escaped(said.patient());
        return "<p>%s Level of care: %s.</p>".formatted(course(name, stay, said.on()), escaped(stay.level()));
    }

    private static String course(String name, Said.Stay stay, LocalDate on) {
        var since = DAY.format(stay.since());
        if (stay.until() != null && !stay.until().isAfter(on)) {
            return "%s was in our program from %s to %s.".formatted(name, since, DAY.format(stay.until()));
        }
        return stay.since().isAfter(on)
                ? "%s begins our program on %s.".formatted(name, since)
                : "%s is in our program since %s.".formatted(name, since);
    }

    private static String attendance(Said said) {
        var attendance = said.attendance();
        if (attendance == null) {
            return "";
        }
        return """
                <p>Attendance from %s to %s, as recorded until %s:</p>
                <table border="1" cellpadding="6"><tr><th>From</th><th>To</th><th>Days</th><th>Minutes</th></tr>
                %s</table>""".formatted(
                        DAY.format(attendance.firstDay()),
                        DAY.format(attendance.lastDay()),
                        DAY.format(said.on()),
                        attendance.weeks().stream()
                                .map(week -> "<tr><td>%s</td><td>%s</td><td>%d</td><td>%d</td></tr>\n"
                                        .formatted(
                                                DAY.format(week.firstDay()),
                                                DAY.format(week.lastDay()),
                                                week.days(),
                                                week.minutes()))
                                .collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
