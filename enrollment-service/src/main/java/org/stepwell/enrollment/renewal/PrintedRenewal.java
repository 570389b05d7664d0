package org.stepwell.enrollment.renewal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.consent.Permit;

/** A renewal as a page to print. No name of the patient is on it: the payer's own number says who it is. */
final class PrintedRenewal {

    private PrintedRenewal() {}

    static String of(RenewalPacket packet, Permit permit) {
        var authorization = packet.authorization();
        var burnDown = authorization.burnDown();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Renewal of an authorization (draft)</title></head>
                <body>
                <h1>Renewal of authorization %s (draft)</h1>
                <p>%s. Approved: %d (%s) from %s to %s; used %d, left %d. More is asked for from %s.</p>
                %s
                <h2>Diagnoses, ICD-10-CM</h2>
                <p>%s</p>
                <h2>Attendance</h2>
                <p>%d days, %d minutes.</p>
                <table border="1" cellpadding="6"><tr><th>Week of</th><th>Days</th><th>Minutes</th></tr>
                %s</table>
                <h2>Measures</h2>
                <table border="1" cellpadding="6"><tr><th>Questionnaire</th><th>First</th><th>Last</th></tr>
                %s</table>
                <h2>The patient's consent</h2>
                %s
                </body>
                </html>
                """.formatted(
                escaped(authorization.reference()),
                escaped(packet.payer()),
                authorization.units(),
                authorization.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                authorization.firstDay(),
                authorization.lastDay(),
                burnDown.used(),
                burnDown.left(),
                packet.askFrom(),
                plan(packet),
                packet.diagnoses().isEmpty() ? "None on record." : escaped(String.join(", ", packet.diagnoses())),
                packet.days(),
                packet.minutes(),
                packet.weeks().stream()
                        .map(week -> "<tr><td>%s</td><td>%d</td><td>%d</td></tr>\n"
                                .formatted(week.weekStart(), week.days(), week.minutes()))
                        .collect(Collectors.joining()),
                packet.measures().stream()
                        .map(one -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                                .formatted(escaped(one.instrument()), score(one.first()), score(one.last())))
                        .collect(Collectors.joining()),
                consent(permit));
    }

    /** What goes with a disclosure, 42 CFR 2.32: the notice, and a clear explanation of the scope of the consent. */
    private static String consent(Permit permit) {
        return "<p>%s</p>\n<p>%s</p>".formatted(permit.consent().inWords(), escaped(permit.notice()));
    }

    private static String plan(RenewalPacket packet) {
        var plan = packet.plan();
        if (plan == null) {
            return "";
        }
        return "<p>In the program since %s, planned until %s. %s %s %s</p>"
                .formatted(
                        orUnknown(plan.start()),
                        orUnknown(plan.plannedEnd() == null ? plan.targetEnd() : plan.plannedEnd()),
                        plan.readyForStepDownAt() == null
                                ? "The team does not hold the patient ready for less yet."
                                : "The team holds the patient ready for less.",
                        packet.certifiedThrough() == null
                                ? "No certification is known."
                                : "Certified by a physician through %s.".formatted(packet.certifiedThrough()),
                        signed(plan.treatmentPlan()));
    }

    private static String signed(TreatmentPlans.Standing plan) {
        return plan.version() == null
                ? "No treatment plan is signed yet."
                : "Treatment plan: version %d, signed on %s, to be reviewed by %s."
                        .formatted(plan.version(), orUnknown(plan.signedOn()), orUnknown(plan.reviewOn()));
    }

    /** The whole, or the parts where there is nothing of the whole. */
    private static String score(Scores.Score score) {
        return score.parts().isEmpty()
                ? said(score.total(), score.band())
                : score.parts().stream()
                        .map(part -> "%s %s"
                                .formatted(
                                        words(part.scale()),
                                        part.points() == null && part.band() == null
                                                ? "not known"
                                                : said(part.points(), part.band())))
                        .collect(Collectors.joining("; "));
    }

    /** The number and its word, or whichever there is. */
    private static String said(@Nullable Integer points, @Nullable String band) {
        var number = points == null ? "" : points.toString();
        var word = band == null ? "" : words(band);
        return number.isEmpty() || word.isEmpty() ? number + word : "%s (%s)".formatted(number, word);
    }

    private static String words(String code) {
        return escaped(code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static String orUnknown(@Nullable Object day) {
        return day == null ? "a day not known" : day.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
