package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;

/**
 * A program's day: a session of twelve is closed, weeks are looked at, the board is polled, and fifty people want the last
 * seat. Beside each stands the same in bare SQL: high ratios would mean that rules, events and audit cost more than they are worth.
 */
final class SchedulingLoad {

    private static final int CLOSED = 60;
    private static final int READS = 100;
    private static final int RACES = 100;
    private static final int RACERS = 50;
    private static final int SEATS = 12;
    private static final int CROWDS = 16;
    private static final int READS_PER_SECOND = 8;

    /** Twenty clinics that close twenty groups each within ten minutes of one evening close less than one in a second. */
    private static final int CLOSINGS_PER_SECOND = 2;

    private static final int BACKGROUND_PER_SECOND = 50;
    /** One account may ask two hundred times a second. */
    private static final long PAUSE_MILLIS = 350;

    /** Some more than are measured: the first are closed to warm up. */
    private static final int EVENINGS = CLOSED * (SideBySide.RUNS + 1) + SqlStatements.CALLS;

    private final Clinic clinic;
    private final Progress progress;
    private final long seed;
    private final MadeUp madeUp;
    private final LoadApi sam;
    private int closed = 2;
    private int turn;

    SchedulingLoad(Clinic clinic, Progress progress, long seed) {
        this.clinic = clinic;
        this.progress = progress;
        this.seed = seed;
        this.madeUp = new MadeUp(seed);
        this.sam = new LoadApi(clinic, "sam", DemoClinic.RIVERSIDE);
    }

    Report run() throws Exception {
        new Dataset(clinic, madeUp).fill(progress);
        var figures = new ArrayList<Figure>();
        var beside = new SideBySide(clinic, Service.SCHEDULING, progress);
        var reads = new Pace(READS, READS_PER_SECOND);
        try (var scheduling = clinic.jdbc(Service.SCHEDULING);
                var enrollment = clinic.jdbc(Service.ENROLLMENT);
                var _ = new Background(enrollment, madeUp, BACKGROUND_PER_SECOND)) {
            // Before the crowds: they are no part of the two hundred.
            figures.addAll(beside.measure(
                    "fidelityBoard200", reads, "p95 60", 1, () -> get("/board"), () -> bareBoard(scheduling)));
            prepare(scheduling);
            var active = active(scheduling);
            figures.addAll(beside.measure(
                    "closeGroup12",
                    new Pace(CLOSED, CLOSINGS_PER_SECOND),
                    "p95 60",
                    1,
                    this::close,
                    () -> bareClose(scheduling)));
            figures.addAll(beside.measure(
                    "patientWeek",
                    reads,
                    "p95 15",
                    1,
                    () -> get("/patients/%s/week".formatted(next(active))),
                    () -> bareWeek(scheduling, next(active))));
            figures.addAll(beside.measure(
                    "clinicWeek200",
                    reads,
                    "p95 60",
                    1,
                    () -> get("/sessions?limit=200"),
                    () -> bareClinicWeek(scheduling)));
            figures.add(lastSeat());
        }
        var dataset =
                "%s; database durable; %d runs, %d closings or %d reads a second over %d background events a second; %d races of %d"
                        .formatted(
                                Dataset.WORDS,
                                SideBySide.RUNS,
                                CLOSINGS_PER_SECOND,
                                READS_PER_SECOND,
                                BACKGROUND_PER_SECOND,
                                RACES,
                                RACERS);
        return Report.of("scheduling", seed, dataset, figures);
    }

    private void prepare(Connection scheduling) throws IOException, SQLException {
        try (var file = Objects.requireNonNull(SchedulingLoad.class.getResourceAsStream("/load-scheduling.sql"));
                var statement = scheduling.createStatement()) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${riverside}", DemoClinic.RIVERSIDE)
                    .replace("${evenings}", String.valueOf(EVENINGS))
                    .replace("${crowds}", String.valueOf(CROWDS))
                    .replace("${races}", String.valueOf(RACES)));
        }
    }

    private static List<String> active(Connection scheduling) throws SQLException {
        try (var statement = scheduling.createStatement();
                var rows = statement.executeQuery(
                        "select distinct patient_id from membership where status = 'MEMBER' and clinic_id = '%s'"
                                .formatted(DemoClinic.RIVERSIDE))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private String next(List<String> active) {
        turn++;
        return active.get(turn % active.size());
    }

    private LoadApi.Answer get(String path) throws IOException, InterruptedException {
        return sam.get(Service.SCHEDULING, path).must(200);
    }

    private LoadApi.Answer close() throws IOException, InterruptedException {
        var session = madeUp("evening " + closed);
        int first = closed % CROWDS * SEATS;
        closed++;
        var presences = IntStream.rangeClosed(1, SEATS)
                .mapToObj(n -> "{\"patient\": \"%s\", \"status\": \"PRESENT\", \"minutes\": %d}"
                        .formatted(madeUp("crowd " + (first + n)), 50 - n))
                .collect(Collectors.joining(","));
        return sam.post(
                        Service.SCHEDULING,
                        "/sessions/%s/closing".formatted(session),
                        "{\"presences\": [%s]}".formatted(presences))
                .must(200);
    }

    private static UUID madeUp(String what) {
        return MadeUp.named(DemoClinic.RIVERSIDE + " " + what);
    }

    private Void bareClose(Connection scheduling) throws SQLException {
        scheduling.setAutoCommit(false);
        try (var attendance = scheduling.prepareStatement("insert into bare_attendance values (?, ?, 'PRESENT', 45)");
                var told = scheduling.prepareStatement("insert into bare_told (body) values (repeat('x', 400))")) {
            var session = madeUp.id();
            for (int n = 0; n < SEATS; n++) {
                attendance.setObject(1, session);
                attendance.setObject(2, madeUp.id());
                attendance.addBatch();
                told.addBatch();
            }
            told.addBatch();
            told.addBatch();
            attendance.executeBatch();
            told.executeBatch();
            scheduling.commit();
        } finally {
            scheduling.setAutoCommit(true);
        }
        return null;
    }

    private static int bareWeek(Connection scheduling, String patient) throws SQLException {
        return read(scheduling, """
                select s.* from seat t join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                where t.clinic_id = '%s' and t.patient_id = '%s' and t.starts_at between now() and now() + interval '7 days'
                """.formatted(DemoClinic.RIVERSIDE, patient));
    }

    private static int bareClinicWeek(Connection scheduling) throws SQLException {
        return read(scheduling, """
                select s.* from session s
                where s.clinic_id = '%s' and s.starts_at between now() and now() + interval '7 days' order by starts_at limit 200
                """.formatted(DemoClinic.RIVERSIDE));
    }

    private static int bareBoard(Connection scheduling) throws SQLException {
        return read(scheduling, """
                select t.episode_id, sum(a.minutes) from seat t
                join session s on s.clinic_id = t.clinic_id and s.id = t.session_id
                left join attendance a on a.clinic_id = t.clinic_id and a.session_id = t.session_id and a.patient_id = t.patient_id
                where t.clinic_id = '%s' and t.starts_at between now() - interval '7 days' and now() + interval '7 days'
                group by t.episode_id
                """.formatted(DemoClinic.RIVERSIDE));
    }

    private static int read(Connection scheduling, String query) throws SQLException {
        int rows = 0;
        try (var statement = scheduling.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) {
                found.getString(1);
                rows++;
            }
        }
        return rows;
    }

    /** Fifty at once, a hundred times: the most who got it. */
    private Figure lastSeat() throws Exception {
        int most = 0;
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            for (int race = 2; race < RACES + 2; race++) {
                var session = madeUp("race " + race);
                var racers = new ArrayList<Callable<Integer>>();
                for (int racer = CROWDS * SEATS + 1; racer <= CROWDS * SEATS + RACERS; racer++) {
                    var form = "{\"patient\": \"%s\", \"episode\": \"%s\"}"
                            .formatted(madeUp("crowd " + racer), madeUp("crowd episode " + racer));
                    racers.add(() -> sam.post(Service.SCHEDULING, "/sessions/%s/seats".formatted(session), form)
                            .status());
                }
                int won = 0;
                for (var answer : threads.invokeAll(racers)) {
                    won += answer.get() == 201 ? 1 : 0;
                }
                most = Math.max(most, won);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return Figure.value("lastSeatWinners", "winners", RACES, most, null, "1");
    }
}
