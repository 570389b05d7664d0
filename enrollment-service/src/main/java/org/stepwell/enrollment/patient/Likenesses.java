package org.stepwell.enrollment.patient;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.enrollment.ContactBlock;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.Digests;

/**
 * Recognises somebody who may be registered already, though no name stands in the database: by keyed digests of what two
 * records of one person have in common when a name was misspelled, married, or turned around.
 */
@Singleton
class Likenesses {

    static final PatientId NOBODY = new PatientId(new UUID(0, 0));

    private static final int FOUND_MAX = 50;
    private static final int SOUND_LETTERS_MAX = 12;
    private static final int PHONE_DIGITS = 10;

    private final Sql sql;
    private final Digests digests;

    Likenesses(Sql sql, Digests digests) {
        this.sql = sql;
        this.digests = digests;
    }

    /** The digest of who somebody is. */
    String identity(ContactBlock person) {
        return named(person, person.familyName(), person.givenName());
    }

    /** What the person can be recognised by from now on. */
    Set<String> kept(ContactBlock person) {
        var all = of(person);
        all.values().remove(Likeness.NAMES_SWAPPED); // looked for, not kept: it is how the other one is kept
        return all.keySet();
    }

    /** Other patients who may be this person, at most fifty, the surest first. */
    Map<PatientId, Set<Likeness>> like(ContactBlock person, PatientId themselves) {
        return alike(of(person), themselves);
    }

    /** Patients who may be reached at this number, or by this address. */
    Map<PatientId, Set<Likeness>> reachedAt(@Nullable String phone, @Nullable String email) {
        var asked = new LinkedHashMap<String, Likeness>();
        putReach(asked, phone, email);
        return alike(asked, NOBODY);
    }

    private Map<PatientId, Set<Likeness>> alike(Map<String, Likeness> asked, PatientId themselves) {
        var found = new LinkedHashMap<PatientId, Set<Likeness>>();
        sql.list(
                        """
                        select patient_id, digest from patient_digest
                        where clinic_id = platform.current_clinic() and digest = any (?) and patient_id <> ?
                        order by array_position(?, digest), patient_id limit ?
                        """,
                        row -> Map.entry(
                                new PatientId(row.getObject("patient_id", UUID.class)), row.getString("digest")),
                        digestsOf(asked),
                        themselves.value(),
                        digestsOf(asked),
                        FOUND_MAX)
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> EnumSet.noneOf(Likeness.class))
                        .addAll(likenessOf(asked, row.getValue())));
        return found;
    }

    /** Of each of these people, a patient who is surely like them; missing where there is none. In one read. */
    Map<PatientId, PatientId> sure(Map<PatientId, ContactBlock> people) {
        var askedBy = new HashMap<String, List<PatientId>>();
        people.forEach((id, person) -> sureDigests(person)
                .forEach(digest ->
                        askedBy.computeIfAbsent(digest, _ -> new ArrayList<>()).add(id)));
        var found = new HashMap<PatientId, PatientId>();
        sql.list(
                        """
                        select digest, min(patient_id::text)::uuid as patient_id from patient_digest
                        where clinic_id = platform.current_clinic() and digest = any (?) group by digest
                        """,
                        row -> Map.entry(
                                row.getString("digest"), new PatientId(row.getObject("patient_id", UUID.class))),
                        (Object) askedBy.keySet().toArray(String[]::new))
                .forEach(row ->
                        askedBy.getOrDefault(row.getKey(), List.of()).forEach(id -> found.put(id, row.getValue())));
        return found;
    }

    /** What surely tells a person from others. */
    List<String> sureDigests(ContactBlock person) {
        return of(person).entrySet().stream()
                .filter(one -> one.getValue().isSure())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a caller's words may mean this person: one of their names is among them, or the number is theirs. */
    static boolean mayBe(ContactBlock person, @Nullable String name, @Nullable String phone) {
        var said = name == null ? Set.<String>of() : Set.of(Names.key(name).split("[\\s,;]+"));
        boolean named = Stream.of(person.givenName(), person.familyName())
                .flatMap(known -> Arrays.stream(Names.key(known).split("\\s+")))
                .anyMatch(said::contains);
        @Nullable String digits = lastDigits(phone);
        return named || (digits != null && digits.equals(lastDigits(person.phone())));
    }

    private static List<Likeness> likenessOf(Map<String, Likeness> asked, String digest) {
        return asked.entrySet().stream()
                .filter(one -> one.getKey().equals(digest))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String[] digestsOf(Map<String, Likeness> asked) {
        return asked.keySet().toArray(String[]::new);
    }

    /** By the surest first; where two are the same, such as a name that reads alike from behind, the surer counts. */
    private Map<String, Likeness> of(ContactBlock person) {
        var found = new LinkedHashMap<String, Likeness>();
        found.put(identity(person), Likeness.SAME_NAME_AND_BIRTH_DATE);
        found.putIfAbsent(named(person, person.givenName(), person.familyName()), Likeness.NAMES_SWAPPED);
        found.put(digest("sound", sound(person)), Likeness.SOUNDS_THE_SAME);
        found.put(
                digest("given-name-and-birth", Names.key(person.givenName()) + "|" + person.birthDate()),
                Likeness.SAME_GIVEN_NAME_AND_BIRTH_DATE);
        found.put(
                digest("name", Names.key(person.familyName()) + "|" + Names.key(person.givenName())),
                Likeness.SAME_NAME);
        putReach(found, person.phone(), person.email());
        return found;
    }

    private void putReach(Map<String, Likeness> found, @Nullable String phone, @Nullable String email) {
        put(found, "phone", lastDigits(phone), Likeness.SAME_PHONE);
        put(found, "email", email == null ? null : Names.key(email), Likeness.SAME_EMAIL);
    }

    private void put(Map<String, Likeness> found, String kind, @Nullable String text, Likeness likeness) {
        if (text != null && !text.isEmpty()) {
            found.put(digest(kind, text), likeness);
        }
    }

    private String named(ContactBlock person, String first, String second) {
        return digest("identity", "%s|%s|%s".formatted(Names.key(first), Names.key(second), person.birthDate()));
    }

    private String digest(String kind, String text) {
        return digests.of(kind).of(text);
    }

    /** How both names sound, with the birth date; letters that no sound is known for stay as they are. */
    private static String sound(ContactBlock person) {
        return "%s|%s|%s".formatted(sound(person.familyName()), sound(person.givenName()), person.birthDate());
    }

    private static String sound(String name) {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(SOUND_LETTERS_MAX);
        var key = Names.key(name);
        @Nullable String sound = metaphone.doubleMetaphone(key);
        return sound == null || sound.isEmpty() ? key : sound;
    }

    /** A number as it is dialled at home, without what is written around it. */
    private static @Nullable String lastDigits(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }
}
