package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.seal.Digests;

/** Finds patients by name, though no name stands in the database: by keyed digests of how a family name begins. */
@Singleton
class Names {

    /** Who types more than this finds whoever shares so much of it. */
    private static final int LETTERS_MAX = 20;

    private final Sql sql;
    private final Digests digests;

    Names(Sql sql, Digests digests) {
        this.sql = sql;
        this.digests = digests;
    }

    /** The digest of who somebody is: the same person is registered once. */
    String identity(String givenName, String familyName, LocalDate birthDate) {
        return digests.of("identity").of("%s|%s|%s".formatted(key(familyName), key(givenName), birthDate));
    }

    /** The patient is found by this family name from now on. */
    void calls(PatientId patient, String familyName) {
        var digest = digests.of("family-name");
        var letters = key(familyName).codePoints().limit(LETTERS_MAX).toArray();
        var beginnings = IntStream.rangeClosed(1, letters.length)
                .mapToObj(length -> digest.of(new String(letters, 0, length)))
                .toArray(String[]::new);
        sql.update(
                "delete from patient_name where clinic_id = platform.current_clinic() and patient_id = ?",
                patient.value());
        sql.update("insert into patient_name (patient_id, beginning) select ?, unnest(?)", patient.value(), beginnings);
    }

    /** A page of those whose family name begins so, by id. */
    List<PatientId> page(String beginning, PageRequest page) {
        var letters = key(beginning).codePoints().limit(LETTERS_MAX).toArray();
        var digest = digests.of("family-name").of(new String(letters, 0, letters.length));
        return sql.list(
                """
                select patient_id from patient_name
                where clinic_id = platform.current_clinic() and beginning = ? and patient_id > ?
                order by patient_id limit ?
                """, row -> new PatientId(row.getObject("patient_id", UUID.class)), digest, page.after(), page.fetch());
    }

    /** How a name is found: lower case, without accents. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
