package org.stepwell.enrollment.patient;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
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
            "interpreter",
            "zone",
            "phone",
            "email",
            "address",
            "mayPhone",
            "mayText",
            "mayEmail",
            "mayVoicemail",
            "maySay",
            "reachFrom",
            "reachUntil",
            "consentsAsMinor",
            "guardianName",
            "guardianRelationship",
            "guardianPhone",
            "emergencyName",
            "emergencyRelationship",
            "emergencyPhone");

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
                lines.add(new ImportCells(line, number).line());
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
}
