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
 * Somebody looks for a meeting among fifty thousand, and a hundred thousand check-ins fall due at once, as after a long outage. Beside
 * the search stands the same in bare SQL: a high ratio would mean that it looks through what it does not show. Beside the tick stand as
 * many transactions that delete a row each: a high ratio would mean that opening a door costs more than what is done behind it.
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
            progress.step("50 000 meetings", () -> prepare(aftercare));
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
                "50 000 meetings of 211 towns, pages of 50; database durable; %d runs, %d searches a second over %d background events a second; %d check-ins of closed plans due at a hundred instants"
                        .formatted(SideBySide.RUNS, READS_PER_SECOND, BACKGROUND_PER_SECOND, DUE);
        return Report.of("aftercare", seed, dataset, figures);
    }

    private void prepare(Connection aftercare) throws IOException, SQLException {
        try (var file = Objects.requireNonNull(AftercareLoad.class.getResourceAsStream("/load-aftercare.sql"));
                var statement = aftercare.createStatement()) {
            statement.execute(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${riverside}", DemoClinic.RIVERSIDE));
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

    /** Seconds from when they fall due until none is left. */
    private Figure dueTick(Connection aftercare) throws SQLException, InterruptedException {
        try (var statement = aftercare.createStatement()) {
            statement.execute("""
                    insert into platform.due (clinic, kind, subject, due_at, actor)
                    select '%s', 'check-in-due', gen_random_uuid(), date_trunc('second', now()) - mod(n, 100) * interval '1 minute',
                        'service:load'
                    from generate_series(1, %d) n
                    """.formatted(DemoClinic.RIVERSIDE, DUE));
            long start = System.nanoTime();
            awaitNothingDue(aftercare, start);
            double seconds = (System.nanoTime() - start) / 1e9;
            double bare = bareTick(aftercare) * DUE / BARE;
            progress.say("  %-22s %.1f s, bare %.1f s".formatted("dueTick100k", seconds, bare));
            return Figure.value("dueTick100k", "s", DUE, seconds, bare, "60");
        }
    }

    private static void awaitNothingDue(Connection aftercare, long start) throws SQLException, InterruptedException {
        while (isTrue(aftercare, "select exists (select from platform.due where actor = 'service:load')")) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new Trouble("After twenty minutes some of %d check-ins are still due.".formatted(DUE));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean isTrue(Connection aftercare, String query) throws SQLException {
        try (var statement = aftercare.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** As many transactions, each of which takes a row away, and nothing else. */
    private static double bareTick(Connection aftercare) throws SQLException {
        try (var fill = aftercare.createStatement();
                var take = aftercare.prepareStatement(
                        "delete from bare_due where id = (select id from bare_due order by due_at limit 1)")) {
            fill.execute(
                    "insert into bare_due select gen_random_uuid(), now() - n * interval '1 second' from generate_series(1, "
                            + BARE + ") n");
            fill.execute("create index on bare_due (due_at)");
            fill.execute("analyze bare_due");
            long start = System.nanoTime();
            for (int row = 0; row < BARE; row++) {
                take.executeUpdate();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
