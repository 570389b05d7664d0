package org.stepwell.enrollment.patient;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;
import org.stepwell.platform.problem.FieldError;

/** The cells of a line, as what is asked at registration; what they can not be is said by the column. */
final class ImportCells {

    private static final String EMERGENCY = "emergency";
    private static final String GUARDIAN = "guardian";

    private final CSVRecord line;
    private final int number;
    private final List<FieldError> errors = new ArrayList<>();

    ImportCells(CSVRecord line, int number) {
        this.line = line;
        this.number = number;
    }

    ImportFile.Line line() {
        if (!line.isConsistent()) {
            var error = new FieldError("", "has another number of cells than the first line");
            return new ImportFile.Line(number, Optional.empty(), List.of(error));
        }
        @Nullable LocalDate birthDate = birthDate();
        var contact = new SafeContact(
                yes("mayPhone"),
                yes("mayText"),
                yes("mayEmail"),
                yes("mayVoicemail"),
                hours(),
                read("maySay", Saying::valueOf, "expected one of " + Arrays.toString(Saying.values())));
        var people = people();
        boolean interpreter = yes("interpreter");
        boolean consentsAsMinor = yes("consentsAsMinor");
        if (birthDate == null || !errors.isEmpty()) {
            return new ImportFile.Line(number, Optional.empty(), errors);
        }
        @Nullable String language = text("language");
        var form = new PatientForm(
                orEmpty("givenName"),
                orEmpty("familyName"),
                text("preferredName"),
                text("pronouns"),
                birthDate,
                language == null ? "en" : language,
                interpreter,
                text("zone"),
                text("phone"),
                text("email"),
                text("address"),
                contact,
                people,
                consentsAsMinor,
                null,
                null);
        return new ImportFile.Line(number, Optional.of(form), errors);
    }

    private @Nullable LocalDate birthDate() {
        try {
            return LocalDate.parse(orEmpty("birthDate"));
        } catch (DateTimeParseException e) {
            errors.add(new FieldError("/birthDate", "expected a date such as 1991-04-12"));
            return null;
        }
    }

    private SafeContact.@Nullable Hours hours() {
        @Nullable LocalTime from = read("reachFrom", LocalTime::parse, "expected a time such as 17:00");
        @Nullable LocalTime until = read("reachUntil", LocalTime::parse, "expected a time such as 20:30");
        if ((from == null) != (until == null) && errors.isEmpty()) {
            errors.add(new FieldError(from == null ? "/reachFrom" : "/reachUntil", "expected beside the other one"));
        }
        return from == null || until == null ? null : new SafeContact.Hours(from, until);
    }

    /** At most two: whoever is responsible for a minor, and whom to call in an emergency. */
    private List<Relative> people() {
        var people = new ArrayList<Relative>();
        @Nullable Relative guardian = person(GUARDIAN);
        if (guardian != null) {
            people.add(guardian);
        }
        @Nullable Relative emergency = person(EMERGENCY);
        if (emergency != null) {
            people.add(emergency);
        }
        return people;
    }

    private @Nullable Relative person(String who) {
        @Nullable String name = text(who + "Name");
        @Nullable String phone = text(who + "Phone");
        Relative.@Nullable Relationship relationship = read(
                who + "Relationship",
                Relative.Relationship::valueOf,
                "expected one of " + Arrays.toString(Relative.Relationship.values()));
        if (name == null && phone == null && relationship == null) {
            return null;
        }
        if (name == null) {
            errors.add(new FieldError("/" + who + "Name", "expected where something else is said of them"));
            return null;
        }
        boolean guardian = who.equals(GUARDIAN);
        return new Relative(name, relationship == null ? unknown(guardian) : relationship, phone, guardian, !guardian);
    }

    private static Relative.Relationship unknown(boolean guardian) {
        return guardian ? Relative.Relationship.GUARDIAN : Relative.Relationship.OTHER;
    }

    private <T> @Nullable T read(String column, Function<String, T> parse, String expected) {
        @Nullable String found = text(column);
        try {
            return found == null ? null : parse.apply(found);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            errors.add(new FieldError("/" + column, expected));
            return null;
        }
    }

    private boolean yes(String column) {
        return switch (orEmpty(column).toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "", "no", "false", "0" -> false;
            default -> {
                errors.add(new FieldError("/" + column, "expected yes or no"));
                yield false;
            }
        };
    }

    private String orEmpty(String column) {
        @Nullable String found = text(column);
        return found == null ? "" : found;
    }

    private @Nullable String text(String column) {
        return line.isSet(column) ? line.get(column) : null;
    }

    /** Which column a field of the form was read from, so that whoever made the file finds it. */
    static FieldError byColumn(FieldError error, PatientForm form) {
        return new FieldError(column(error.pointer(), form), error.detail());
    }

    private static String column(String pointer, PatientForm form) {
        return switch (pointer) {
            case "/contactRules/phone" -> "/mayPhone";
            case "/contactRules/textMessage" -> "/mayText";
            case "/contactRules/email" -> "/mayEmail";
            case "/contactRules/voicemail" -> "/mayVoicemail";
            case "/contactRules/hours/from" -> "/reachFrom";
            case "/contactRules/hours/until" -> "/reachUntil";
            case "/people" -> "/guardianName";
            default -> pointer.startsWith("/people") ? ofPerson(pointer, form) : pointer;
        };
    }

    /** The guardian stands first, where there is one. */
    private static String ofPerson(String pointer, PatientForm form) {
        var people = form.about().people();
        boolean first = pointer.startsWith("/people[0]");
        var who = first && !people.isEmpty() && people.getFirst().guardian() ? GUARDIAN : EMERGENCY;
        return "/" + who + (pointer.endsWith("phone") ? "Phone" : "Name");
    }
}
