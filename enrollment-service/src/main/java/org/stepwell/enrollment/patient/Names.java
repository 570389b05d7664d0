package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The digests of how a family name begins. */
    Stream<String> beginnings(String familyName) {
        var digest = digests.of("family-name");
        var letters = key(familyName).codePoints().limit(LETTERS_MAX).toArray();
        return IntStream.rangeClosed(1, letters.length).mapToObj(length -> digest.of(new String(letters, 0, length)));
    }

    /** The patients are found by these digests from now on, and by no others. */
    void calls(Map<PatientId, Set<String>> digestsOf) {
        sql.update(
                "delete from patient_digest where clinic_id = platform.current_clinic() and patient_id = any (?)",
                (Object) digestsOf.keySet().stream().map(PatientId::value).toArray(UUID[]::new));
        var patients = new ArrayList<UUID>();
        var all = new ArrayList<String>();
        digestsOf.forEach((patient, digests) -> digests.forEach(digest -> {
            patients.add(patient.value());
            all.add(digest);
        }));
        sql.update(
                "insert into patient_digest (patient_id, digest) select * from unnest(?, ?)",
                patients.toArray(UUID[]::new),
                all.toArray(String[]::new));
    }

    /** A page of those whose family name begins so, by id. */
    List<PatientId> page(String beginning, PageRequest page) {
        var letters = key(beginning).codePoints().limit(LETTERS_MAX).toArray();
        var digest = digests.of("family-name").of(new String(letters, 0, letters.length));
        return sql.list(
                """
                select patient_id from patient_digest
                where clinic_id = platform.current_clinic() and digest = ? and patient_id > ?
                order by patient_id limit ?
                """, row -> new PatientId(row.getObject("patient_id", UUID.class)), digest, page.after(), page.fetch());
    }

    /** How a name is found: lower case, without accents. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
