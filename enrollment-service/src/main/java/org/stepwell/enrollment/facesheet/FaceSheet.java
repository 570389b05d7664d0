package org.stepwell.enrollment.facesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.enrollment.episode.EpisodeView;
import org.stepwell.enrollment.packet.Packets;
import org.stepwell.enrollment.patient.Age;
import org.stepwell.enrollment.patient.PatientView;
import org.stepwell.enrollment.patient.Relative;
import org.stepwell.enrollment.patient.SafeContact;
import org.stepwell.enrollment.stop.Stop;
import org.stepwell.platform.finding.StandingFlag;

/** A patient on one page. The rules of contact stand before the numbers, so that nobody calls before reading them. */
final class FaceSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a", Locale.US);

    private final Instant now;
    private final ZoneId zone;

    FaceSheet(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * What stands on it.
     *
     * @param stops what nobody has dealt with yet
     * @param elsewhere the flags that stand because another service raised them
     * @param diagnoses codes of the ICD-10-CM
     * @param payers who covers the patient today and under which plan, whoever is billed first before the others
     */
    record Chart(
            PatientView patient,
            Optional<Care> care,
            List<Packets.Item> forms,
            Set<Stop> stops,
            List<StandingFlag> elsewhere,
            Set<String> diagnoses,
            List<String> payers) {}

    /** Where somebody is, or was, in care; of those who treat them, what they hold, because nobody told us their names. */
    record Care(EpisodeView episode, String program, Map<StaffId, List<String>> credentials) {}

    String of(Chart chart) {
        var patient = chart.patient();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Face sheet</title></head>
                <body>
                <h1>%s</h1>
                %s%s%s%s%s%s%s%s<p>Printed %s. Protected by 42 CFR part 2: do not leave it where others can read it.</p>
                </body>
                </html>
                """.formatted(
                        escaped(patient.givenName() + " " + patient.familyName()),
                        section("Who", who(patient)),
                        section("Look out", looked(chart)),
                        section("How to reach", reach(patient)),
                        section("In an emergency", people(patient)),
                        section("Care", chart.care().map(FaceSheet::care).orElse(List.of("Not on any list."))),
                        section("Diagnoses, ICD-10-CM", orElse(sorted(chart.diagnoses()), "None on record.")),
                        section("Who pays", orElse(chart.payers(), "Nobody on record.")),
                        section("Signed", chart.forms().stream().map(this::form).toList()),
                        PRINTED.format(now.atZone(zone)));
    }

    private List<String> who(PatientView patient) {
        var today = LocalDate.ofInstant(now, zone);
        var lines = new ArrayList<String>();
        add(lines, "Called", patient.preferredName());
        add(lines, "Pronouns", patient.pronouns());
        lines.add("Born %s, %d years old"
                .formatted(DAY.format(patient.birthDate()), Age.years(patient.birthDate(), today)));
        lines.add("Language: " + patient.language() + (patient.interpreter() ? ", needs an interpreter" : ""));
        if (Age.isMinor(patient.birthDate(), today)) {
            lines.add(
                    patient.consentsAsMinor()
                            ? "A minor who consents alone: no guardian is told."
                            : "A minor; guardian: " + guardians(patient));
        } else if (patient.people().stream().anyMatch(Relative::guardian)) {
            lines.add("Guardian: " + guardians(patient));
        }
        return lines;
    }

    private static List<String> reach(PatientView patient) {
        var rules = patient.contactRules();
        var lines = new ArrayList<String>();
        lines.add("Phone %s, voicemail %s, text %s, email %s"
                .formatted(yes(rules.phone()), yes(rules.voicemail()), yes(rules.textMessage()), yes(rules.email())));
        SafeContact.@Nullable Hours hours = rules.hours();
        if (hours != null) {
            lines.add("Only from %s to %s, their own time"
                    .formatted(TIME.format(hours.from()), TIME.format(hours.until())));
        }
        lines.add("To whoever answers: "
                + switch (rules.saying()) {
                    case NOTHING -> "say nothing, hang up";
                    case ASK_FOR_A_CALL_BACK -> "leave a first name and a number, nothing else";
                    case CLINIC_NAME -> "the clinic may be named";
                });
        add(lines, "Phone", patient.phone());
        add(lines, "Email", patient.email());
        add(lines, "Address", patient.address());
        return lines;
    }

    private static List<String> people(PatientView patient) {
        var lines = patient.people().stream()
                .filter(Relative::inEmergency)
                .map(FaceSheet::person)
                .toList();
        return orElse(lines, "Nobody was named.");
    }

    private static List<String> looked(Chart chart) {
        var here = chart.stops().stream().sorted().map(Stop::sentence);
        var elsewhere = chart.elsewhere().stream().map(flag -> "%s (%s)".formatted(words(flag.flag()), flag.service()));
        return orElse(Stream.concat(here, elsewhere).toList(), "Nothing that somebody still has to see to.");
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }

    private static List<String> orElse(List<String> lines, String none) {
        return lines.isEmpty() ? List.of(none) : lines;
    }

    private static String guardians(PatientView patient) {
        return patient.people().stream()
                .filter(Relative::guardian)
                .map(FaceSheet::person)
                .collect(Collectors.joining("; "));
    }

    private static String person(Relative one) {
        return "%s, %s%s"
                .formatted(one.name(), words(one.relationship()), one.phone() == null ? "" : ", " + one.phone());
    }

    private static List<String> care(Care care) {
        var episode = care.episode();
        var lines = new ArrayList<String>();
        lines.add("%s, %s, track %s".formatted(words(episode.status()), care.program(), episode.track()));
        episode.careTeam().stream()
                .map(member -> "Treated by: %s %s"
                        .formatted(
                                words(member.role()),
                                String.join(", ", care.credentials().getOrDefault(member.staff(), List.of())))
                        .strip())
                .sorted()
                .forEach(lines::add);
        if (episode.start() != null) {
            lines.add("Since " + DAY.format(episode.start()));
        }
        if (episode.lastDay() != null) {
            lines.add("Until " + DAY.format(episode.lastDay()));
        }
        return lines;
    }

    private String form(Packets.Item item) {
        return "%s: %s%s"
                .formatted(
                        words(item.kind()),
                        words(item.state()),
                        item.signedAt() == null
                                ? ""
                                : " on " + DAY.format(item.signedAt().atZone(zone)));
    }

    private static void add(List<String> lines, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(label + ": " + value);
        }
    }

    private static String section(String title, List<String> lines) {
        return "<h2>%s</h2>\n<ul>\n%s</ul>\n"
                .formatted(
                        title,
                        lines.stream()
                                .map(line -> "<li>%s</li>\n".formatted(escaped(line)))
                                .collect(Collectors.joining()));
    }

    private static String yes(boolean allowed) {
        return allowed ? "yes" : "NO";
    }

    private static String words(Enum<?> code) {
        return words(code.name());
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
