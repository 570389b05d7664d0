package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * Somebody looks for a meeting among fifty thousand, and a hundred thousand check-ins that nobody recorded are noticed at once, as
 * after a long outage: each of an active plan, so that each door does all of its work. Beside both stands the same in bare SQL. A high
 * ratio would mean that a search looks through what it does not show, or that a door does more than what it writes.
 */
final class AftercareLoad {

    private static final int READS = 100;
    private static final int READS_PER_SECOND = 8;
    private static final int BACKGROUND_PER_SECOND = 50;

    private static final int DUE = 100_000;
    /** Of the bare rows fewer are enough to know how long one takes. */
    private static final int BARE = 10_000;

    private static final long POLL_MILLIS = 200;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

    /** What one missed check-in writes: it is missed, told and looked at, and the next one is scheduled with its two timers. */
    private static final String DOOR = """
            with plan as (select ?::uuid as id),
            done as (delete from bare_due using plan where kind = 'check-in-due' and subject = plan.id),
            missed as (update bare_check_in set status = 'MISSED', version = version + 1 from plan
                where plan_id = plan.id and status = 'SCHEDULED' returning bare_check_in.*),
            looked as (insert into bare_risk (clinic_id, id, plan_id, patient_id, episode_id, week_on, level, points, change, factors,
                    looked_at)
                select clinic_id, gen_random_uuid(), plan_id, patient_id, episode_id, due_on, 'LOW', 3, 2,
                    'USE=0,USE_BEFORE=0,CRAVINGS=1,RISK_SCORE=5,PROTECTIVE_SCORE=20,MISSED_CONTACTS=1,THERAPY_GAPS=0', now() from missed),
            told as (insert into bare_outbox (id, topic, key, sequence, type, time, clinic, actor, body)
                select gen_random_uuid(), 'stepwell.aftercare', patient_id, 1, 'check-in-missed.v1', now(), clinic_id, 'service:load',
                    to_json(missed)::text from missed),
            next as (select gen_random_uuid() as id, clinic_id, plan_id, patient_id, episode_id, due_on + 7 as due_on from missed),
            timed as (insert into bare_due (clinic, kind, subject, due_at, actor)
                select clinic_id, 'check-in-hour', id, due_on, 'service:load' from next
                union all select clinic_id, 'check-in-due-next', plan_id, due_on + 2, 'service:load' from next)
            insert into bare_check_in (clinic_id, id, version, plan_id, patient_id, episode_id, due_on, status)
            select clinic_id, id, 0, plan_id, patient_id, episode_id, due_on, 'SCHEDULED' from next
            """;

    private static final List<String> DAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private final Clinic clinic;
    private final Progress progress;
    private final long seed;
    private final MadeUp madeUp;
    private final Random random;
    private final LoadApi sam;

    AftercareLoad(Clinic clinic, Progress progress, long seed) {
        this.clinic = clinic;
        this.progress = progress;
        this.seed = seed;
        this.madeUp = new MadeUp(seed);
        this.random = new Random(seed);
        this.sam = new LoadApi(clinic, "sam", DemoClinic.RIVERSIDE);
    }

    Report run() throws Exception {
        var figures = new ArrayList<Figure>();
        var beside = new SideBySide(clinic, Service.AFTERCARE, progress);
        try (var aftercare = clinic.jdbc(Service.AFTERCARE);
                var enrollment = clinic.jdbc(Service.ENROLLMENT)) {
            progress.step("50 000 meetings", () -> meetings(aftercare));
            progress.step("100 000 people in aftercare", () -> people(aftercare, DUE, BARE));
            try (var _ = new Background(enrollment, madeUp, BACKGROUND_PER_SECOND)) {
                figures.addAll(beside.measure(
                        "meetingSearch50k",
                        new Pace(READS, READS_PER_SECOND),
                        "p95 30",
                        1,
                        () -> sam.get(Service.AFTERCARE, "/meetings?" + wanted())
                                .must(200),
                        () -> bareSearch(aftercare)));
            }
            figures.add(dueTick(aftercare));
        }
        var dataset =
                "50 000 meetings of 211 towns, pages of 50; database durable; %d runs, %d searches a second over %d background events a second; %d active plans whose check-in was missed, due at a hundred instants"
                        .formatted(SideBySide.RUNS, READS_PER_SECOND, BACKGROUND_PER_SECOND, DUE);
        return Report.of("aftercare", seed, dataset, figures);
    }

    private static void meetings(Connection aftercare) throws IOException, SQLException {
        execute(aftercare, read("/load-aftercare.sql").replace("${riverside}", DemoClinic.RIVERSIDE));
    }

    /** So many people in aftercare, of whom some stand in tables without a service, too. */
    static void people(Connection aftercare, int people, int bare) throws IOException, SQLException {
        execute(
                aftercare,
                read("/load-aftercare-people.sql")
                        .replace("${due}", String.valueOf(people))
                        .replace("${bare}", String.valueOf(bare)));
    }

    private static String read(String resource) throws IOException {
        try (var file = Objects.requireNonNull(AftercareLoad.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(Connection aftercare, String statements) throws SQLException {
        try (var statement = aftercare.createStatement()) {
            statement.execute(statements);
        }
    }

    /** By day and hour, by what it is, around a town, or several of these. */
    private String wanted() {
        var day = DAYS.get(random.nextInt(DAYS.size()));
        var town = "latitude=%d.%02d&longitude=%d.%02d&kilometers=30"
                .formatted(
                        26 + random.nextInt(22), random.nextInt(100), -121 + random.nextInt(50), random.nextInt(100));
        return switch (random.nextInt(7)) {
            case 0 -> "day=%s&from=17:00&to=21:00".formatted(day);
            case 1 -> "day=%s&openTo=EVERYBODY&newcomer=true&wheelchair=true".formatted(day);
            case 2 -> "secular=true&held=ONLINE&language=es";
            case 3 -> town;
            case 4 -> town + "&day=%s&openTo=EVERYBODY".formatted(day);
            case 5 -> "held=ONLINE&from=18:00&women=true";
            default -> "day=%s&secular=true&held=IN_PERSON&from=12:00".formatted(day);
        };
    }

    private int bareSearch(Connection aftercare) throws SQLException {
        int characters = 0;
        try (var query = aftercare.prepareStatement("""
                select m.* from meeting_day d join meeting m on m.id = d.meeting_id
                where d.day = ? and d.starts_at between '17:00' and '21:00' order by d.starts_at, d.meeting_id limit 50
                """)) {
            query.setString(1, DAYS.get(random.nextInt(DAYS.size())));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    characters += rows.getString("name").length();
                }
            }
        }
        if (characters == 0) {
            throw new Trouble("The bare search finds nothing.");
        }
        return characters;
    }

    /** Seconds from when they fall due until none is left. What each sets for the week after is taken away again. */
    private Figure dueTick(Connection aftercare) throws SQLException, InterruptedException {
        try (var statement = aftercare.createStatement()) {
            statement.execute("""
                    insert into platform.due (clinic, kind, subject, due_at, actor)
                    select md5('load clinic')::uuid, 'check-in-due', plan_id,
                        date_trunc('second', now()) - mod(n, 100) * interval '1 minute', 'service:load'
                    from load_person
                    """);
            long start = System.nanoTime();
            awaitNothingDue(aftercare, start);
            double seconds = (System.nanoTime() - start) / 1e9;
            mustHaveDoneTheirWork(aftercare);
            statement.execute("delete from platform.due where clinic = md5('load clinic')::uuid");
            double bare = bareTick(aftercare) * DUE / BARE;
            progress.say("  %-22s %.1f s, bare %.1f s".formatted("dueTick100k", seconds, bare));
            return Figure.value("dueTick100k", "s", DUE, seconds, bare, "60");
        }
    }

    private static void awaitNothingDue(Connection aftercare, long start) throws SQLException, InterruptedException {
        while (isTrue(aftercare, """
                select exists (select from platform.due where clinic = md5('load clinic')::uuid and due_at <= now())
                """)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new Trouble("After twenty minutes some of %d check-ins are still due.".formatted(DUE));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** A tick over doors that found nothing to do would be no figure. */
    private static void mustHaveDoneTheirWork(Connection aftercare) throws SQLException {
        boolean done = isTrue(aftercare, """
                select (select count(*) from check_in where clinic_id = md5('load clinic')::uuid and status = 'MISSED') = %d
                    and (select count(*) from check_in where clinic_id = md5('load clinic')::uuid and status = 'SCHEDULED') = %d
                    and (select count(*) from relapse_risk where clinic_id = md5('load clinic')::uuid) = 2 * %d
                """.formatted(DUE, DUE, DUE));
        if (!done) {
            throw new Trouble(
                    "Not each of %d check-ins was noticed, looked at and followed by the next.".formatted(DUE));
        }
    }

    private static boolean isTrue(Connection aftercare, String query) throws SQLException {
        try (var statement = aftercare.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The rows that a door takes away, changes and writes, in one transaction each, and nothing else. */
    private static double bareTick(Connection aftercare) throws SQLException {
        long start = System.nanoTime();
        aftercare.setAutoCommit(false);
        try (var plans = aftercare.createStatement();
                var door = aftercare.prepareStatement(DOOR);
                var rows = plans.executeQuery("select plan_id from load_person where n <= " + BARE + " order by n")) {
            while (rows.next()) {
                door.setObject(1, rows.getObject(1));
                door.execute();
                aftercare.commit();
            }
        } finally {
            aftercare.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
