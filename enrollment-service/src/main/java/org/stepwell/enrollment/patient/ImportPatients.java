package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * Registers those of a file whom nobody knows yet. Whoever looks like a patient, or like somebody further up in the file, is
 * named and left out: a person looks at them, and enters them by hand if they are somebody else.
 */
@Singleton
class ImportPatients {

    private final DescribePatient describing;
    private final Likenesses likenesses;
    private final ClinicDirectory clinics;
    private final Validator validator;
    private final Clock clock;

    ImportPatients(
            DescribePatient describing,
            Likenesses likenesses,
            ClinicDirectory clinics,
            Validator validator,
            Clock clock) {
        this.describing = describing;
        this.likenesses = likenesses;
        this.clinics = clinics;
        this.validator = validator;
        this.clock = clock;
    }

    /** What came, or would come, of a line. */
    enum Outcome {
        REGISTERED,
        WOULD_BE_REGISTERED,
        LOOKS_LIKE_A_PATIENT,
        LOOKS_LIKE_A_LINE_ABOVE,
        CAN_NOT_BE_READ
    }

    /** A line of the file. */
    @Schema(name = "ImportedLine")
    record Line(
            @Schema(description = "as an editor counts; the header is 1", examples = "2")
            int line,

            Outcome outcome,

            @Schema(description = "who was registered, or whom they look like") @Nullable
            PatientId patient,

            List<FieldError> errors) {}

    List<Line> run(String csv, boolean dryRun) {
        var today = LocalDate.ofInstant(clock.instant(), clinics.zone());
        var report = new ArrayList<Line>();
        var readable = new LinkedHashMap<PatientId, ImportFile.Line>();
        for (var line : ImportFile.read(csv)) {
            var errors = errors(line, today);
            if (errors.isEmpty()) {
                readable.put(new PatientId(Uuid7.next()), line);
            } else {
                report.add(new Line(line.number(), Outcome.CAN_NOT_BE_READ, null, errors));
            }
        }
        var known = likenesses.sure(contacts(readable));
        var above = new HashMap<String, PatientId>();
        var fresh = new LinkedHashMap<Patient, PatientForm>();
        readable.forEach((id, line) -> {
            var form = line.form().orElseThrow();
            var digests = likenesses.sureDigests(form.contact());
            @Nullable PatientId like = known.get(id);
            if (like != null) {
                report.add(new Line(line.number(), Outcome.LOOKS_LIKE_A_PATIENT, like, List.of()));
            } else if (digests.stream().anyMatch(above::containsKey)) {
                report.add(new Line(line.number(), Outcome.LOOKS_LIKE_A_LINE_ABOVE, null, List.of()));
            } else {
                fresh.put(new Patient(id, null), form);
                digests.forEach(digest -> above.put(digest, id));
                report.add(new Line(
                        line.number(),
                        dryRun ? Outcome.WOULD_BE_REGISTERED : Outcome.REGISTERED,
                        dryRun ? null : id,
                        List.of()));
            }
        });
        if (!dryRun) {
            describing.registerAll(fresh);
        }
        report.sort(Comparator.comparingInt(Line::line));
        return report;
    }

    private static Map<PatientId, ContactBlock> contacts(Map<PatientId, ImportFile.Line> lines) {
        var found = new LinkedHashMap<PatientId, ContactBlock>();
        lines.forEach((id, line) -> found.put(id, line.form().orElseThrow().contact()));
        return found;
    }

    private List<FieldError> errors(ImportFile.Line line, LocalDate today) {
        Optional<PatientForm> read = line.form();
        if (read.isEmpty()) {
            return line.errors();
        }
        var violations = validator.validate(read.get());
        if (!violations.isEmpty()) {
            return violations.stream()
                    .map(violation -> ImportCells.byColumn(error(violation), read.get()))
                    .sorted(Comparator.comparing(FieldError::pointer))
                    .toList();
        }
        try {
            read.get().mustMakeSense(today);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.errors().stream()
                    .map(error -> ImportCells.byColumn(error, read.get()))
                    .toList();
        }
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError("/" + violation.getPropertyPath().toString().replace('.', '/'), violation.getMessage());
    }
}
