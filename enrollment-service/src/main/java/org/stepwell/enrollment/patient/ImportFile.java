package org.stepwell.enrollment.patient;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Patients as another system exports them: a line each, the first line names the columns. What is not said is not allowed:
 * without a yes nobody is called, texted or written to.
 */
final class ImportFile {

    static final int LINES_MAX = 500;

    private static final Set<String> NEEDED = Set.of("givenName", "familyName", "birthDate");
    private static final Set<String> KNOWN = Set.of(
            "givenName",
            "familyName",
            "birthDate",
            "preferredName",
            "pronouns",
            "language",
            "zone",
            "phone",
            "email",
            "address",
            "mayPhone",
            "mayText",
            "mayEmail",
            "mayVoicemail");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setNullString("")
            .get();

    private ImportFile() {}

    /**
     * A line: a form, or what keeps it from being one.
     *
     * @param number as an editor counts, the first line with a person is 2
     */
    record Line(int number, Optional<PatientForm> form, List<FieldError> errors) {}

    static List<Line> read(String csv) {
        try (var parser = FORMAT.parse(new StringReader(csv))) {
            mustHaveColumns(parser.getHeaderNames());
            var lines = new ArrayList<Line>();
            int before = 1;
            for (var line : parser) {
                int number = before + 1;
                before = Math.toIntExact(parser.getCurrentLineNumber());
                if (lines.size() == LINES_MAX) {
                    throw unreadable("Send at most %d people at a time.".formatted(LINES_MAX));
                }
                lines.add(new Cells(line, number).line());
            }
            return lines;
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(
                    "It is no CSV with a header line (RFC 4180): check quotes and that no column stands twice.");
        } catch (IOException e) {
            throw new IllegalStateException("a text could not be read", e);
        }
    }

    private static void mustHaveColumns(List<String> header) {
        var unknown = header.stream().filter(column -> !KNOWN.contains(column)).toList();
        if (!unknown.isEmpty() || !header.containsAll(NEEDED)) {
            throw unreadable("The first line names %s, and may name others of %s; it can not name %s."
                    .formatted(sorted(NEEDED), sorted(KNOWN), unknown));
        }
    }

    private static List<String> sorted(Set<String> columns) {
        return columns.stream().sorted().toList();
    }

    private static Refusal unreadable(String advice) {
        return new Refusal(PatientRule.IMPORT_IS_READABLE, advice, List.of(new FieldError("/csv", "can not be read")));
    }

    /** The cells of a line. */
    private static final class Cells {
        private final CSVRecord line;
        private final int number;
        private final List<FieldError> errors = new ArrayList<>();

        Cells(CSVRecord line, int number) {
            this.line = line;
            this.number = number;
        }

        Line line() {
            if (!line.isConsistent()) {
                var error = new FieldError("", "has another number of cells than the first line");
                return new Line(number, Optional.empty(), List.of(error));
            }
            @Nullable LocalDate birthDate = birthDate();
            var contact =
                    new SafeContact(yes("mayPhone"), yes("mayText"), yes("mayEmail"), yes("mayVoicemail"), null, null);
            if (birthDate == null || !errors.isEmpty()) {
                return new Line(number, Optional.empty(), errors);
            }
            @Nullable String language = text("language");
            var form = new PatientForm(
                    orEmpty("givenName"),
                    orEmpty("familyName"),
                    text("preferredName"),
                    text("pronouns"),
                    birthDate,
                    language == null ? "en" : language,
                    null,
                    text("zone"),
                    text("phone"),
                    text("email"),
                    text("address"),
                    contact,
                    null,
                    null,
                    null,
                    null);
            return new Line(number, Optional.of(form), errors);
        }

        private @Nullable LocalDate birthDate() {
            try {
                return LocalDate.parse(orEmpty("birthDate"));
            } catch (DateTimeParseException e) {
                errors.add(new FieldError("/birthDate", "expected a date such as 1991-04-12"));
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
    }
}
