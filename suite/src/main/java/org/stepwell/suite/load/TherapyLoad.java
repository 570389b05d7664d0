package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * A counselor's evening: the note of twelve people is saved and signed, and a chart is opened with five hundred notes in it. Beside each
 * stands the same in bare SQL: high ratios would mean that rules, seals, events and audit cost more than they are worth.
 */
final class TherapyLoad {

    private static final String CARL = "019a0000-0000-7000-8000-0000000000c1";
    private static final int SIGNED = 60;
    private static final int READS = 100;
    private static final int ON_FILE = 500;
    private static final int PAGE = 50;
    private static final int READS_PER_SECOND = 8;

    /** Twenty clinics whose counselors write twenty notes each within ten minutes of one evening write less than one in a second. */
    private static final int NOTES_PER_SECOND = 2;

    private static final int BACKGROUND_PER_SECOND = 50;

    /** Each text is of a hundred common words, about six hundred characters. */
    private static final int WORDS = 100;

    private static final List<String> VOCABULARY = List.of(
            ("after again alone angry asked before breath brother called change corner craving dinner early evening family felt"
                            + " first friend group heard helped home hour kept later letter listened meeting morning mother named"
                            + " never night other partner payday phone planned practised quiet reason said second shared sister"
                            + " sleep slept spoke step stayed store stress talked thought Thursday together trigger trust walked"
                            + " wanted week work worried")
                    .split(" "));

    private static final int SEALED_CHARACTERS = 400;

    /** The first are signed to have them on file, the others are measured. */
    private static final int NIGHTS = ON_FILE + SIGNED * (SideBySide.RUNS + 1) + SqlStatements.CALLS;

    private final Clinic clinic;
    private final Progress progress;
    private final long seed;
    private final MadeUp madeUp;
    private final LoadApi carl;
    private final List<Member> members = new ArrayList<>();
    private int night;

    TherapyLoad(Clinic clinic, Progress progress, long seed) {
        this.clinic = clinic;
        this.progress = progress;
        this.seed = seed;
        this.madeUp = new MadeUp(seed);
        this.carl = new LoadApi(clinic, "carl", DemoClinic.RIVERSIDE);
    }

    private record Member(UUID patient, UUID episode) {}

    Report run() throws Exception {
        new Dataset(clinic, madeUp).fill(progress);
        var figures = new ArrayList<Figure>();
        var beside = new SideBySide(clinic, Service.THERAPY, progress);
        try (var therapy = clinic.jdbc(Service.THERAPY);
                var enrollment = clinic.jdbc(Service.ENROLLMENT);
                var _ = new Background(enrollment, madeUp, BACKGROUND_PER_SECOND)) {
            prepare(therapy);
            progress.step("%d notes on file".formatted(ON_FILE), this::file);
            figures.addAll(beside.measure(
                    "saveAndSignGroupNote12",
                    new Pace(SIGNED, NOTES_PER_SECOND),
                    "p95 80",
                    2,
                    this::saveAndSign,
                    () -> bareNote(therapy)));
            var chart =
                    "/patients/%s/notes?limit=%d".formatted(members.getFirst().patient(), PAGE);
            figures.addAll(beside.measure(
                    "chartPage",
                    new Pace(READS, READS_PER_SECOND),
                    "p95 40",
                    1,
                    () -> carl.get(Service.THERAPY, chart).must(200),
                    () -> bareChart(therapy)));
        }
        var dataset =
                "%s; database durable; %d runs, %d notes or %d reads a second over %d background events a second; %d notes on file, pages of %d"
                        .formatted(
                                Dataset.WORDS,
                                SideBySide.RUNS,
                                NOTES_PER_SECOND,
                                READS_PER_SECOND,
                                BACKGROUND_PER_SECOND,
                                ON_FILE,
                                PAGE);
        return Report.of("therapy", seed, dataset, figures);
    }

    private void prepare(Connection therapy) throws IOException, SQLException {
        try (var file = Objects.requireNonNull(TherapyLoad.class.getResourceAsStream("/load-therapy.sql"));
                var statement = therapy.createStatement()) {
            var script = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${riverside}", DemoClinic.RIVERSIDE)
                    .replace("${leader}", CARL)
                    .replace("${nights}", String.valueOf(NIGHTS));
            int select = script.lastIndexOf("select ");
            statement.execute(script.substring(0, select));
            try (var rows = statement.executeQuery(script.substring(select))) {
                while (rows.next()) {
                    members.add(new Member(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
        }
        if (members.size() < 12) {
            throw new Trouble("Only %d people of the dataset are in care.".formatted(members.size()));
        }
    }

    private void file() throws IOException, InterruptedException {
        while (night < ON_FILE) {
            saveAndSign();
        }
    }

    private LoadApi.Answer saveAndSign() throws IOException, InterruptedException {
        night++;
        var note = "/sessions/%s/note".formatted(madeUp("night " + night));
        var written = carl.put(Service.THERAPY, note, form()).must(200);
        return carl.postSeen(Service.THERAPY, note + "/signature", written).must(200);
    }

    private String form() {
        var parts = IntStream.range(0, members.size())
                .mapToObj(n -> """
                        {"patient": "%s", "participation": "ACTIVE", "response": "Engaged", "risk": "NONE_NOTED", "text": "%s",
                         "objectives": [{"objective": "%s", "rating": "SOME_PROGRESS"}]}
                        """.formatted(
                                members.get(n).patient(),
                                story(n),
                                MadeUp.named(members.get(n).episode() + "TAKES_PART")))
                .collect(Collectors.joining(","));
        return """
                {"shared": {"topic": "Triggers", "intervention": "Role play", "text": "The group rehearsed ways out of a party."},
                 "parts": [%s]}
                """.formatted(parts);
    }

    /** Nobody's is like another's, though all are of the same words. */
    private String story(int member) {
        var random = new Random(seed + night * 100L + member);
        return IntStream.range(0, WORDS)
                .mapToObj(_ -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
                .collect(Collectors.joining(" "));
    }

    private static UUID madeUp(String what) {
        return MadeUp.named(DemoClinic.RIVERSIDE + " " + what);
    }

    private Void bareNote(Connection therapy) throws SQLException {
        therapy.setAutoCommit(false);
        try (var note = therapy.prepareStatement("insert into bare_note values (?, repeat('x', 400), now())");
                var part = therapy.prepareStatement("insert into bare_part values (?, ?, repeat('x', 400))");
                var told = therapy.prepareStatement("insert into bare_told (body) values (repeat('x', 400))")) {
            var id = madeUp.id();
            note.setObject(1, id);
            note.executeUpdate();
            for (var member : members) {
                part.setObject(1, id);
                part.setObject(2, member.patient());
                part.addBatch();
                told.addBatch();
            }
            part.executeBatch();
            told.executeBatch();
            therapy.commit();
        } finally {
            therapy.setAutoCommit(true);
        }
        return null;
    }

    private int bareChart(Connection therapy) throws SQLException {
        int characters = 0;
        try (var query = therapy.prepareStatement("""
                select n.shared, p.content from bare_part p join bare_note n on n.id = p.note_id
                where p.patient_id = ? order by p.note_id limit ?
                """)) {
            query.setObject(1, members.getFirst().patient());
            query.setInt(2, PAGE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    characters += rows.getString(2).length();
                }
            }
        }
        if (characters < SEALED_CHARACTERS) {
            throw new Trouble("The bare chart is empty.");
        }
        return characters;
    }
}
