package org.stepwell.suite.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * Intake finds somebody by the first three letters of a family name among ten thousand patients of one clinic, at a steady
 * rate, while enrollment tells fifty other events a second. Names are sealed and found by digest (decision 0017); a high
 * ratio beside the same names in the clear would mean that opening fifty sealed names, and not finding them, takes the time.
 */
final class EnrollmentLoad {

    private static final int PATIENTS = 10_000;
    private static final int LINES_MAX = 500;
    private static final int RUNS = 3;
    private static final int SEARCHES = 200;
    /** One account may search ten times a second. */
    private static final int PER_SECOND = 8;

    private static final int BACKGROUND_PER_SECOND = 50;
    private static final int PAGE = 50;
    private static final int DAYS_OF_BIRTH = 20_000;

    /** Forty beginnings and forty endings: about 250 people share the first letters. */
    private static final List<String> BEGINNINGS = List.of(
            ("alb and bar ben cas cor dal dor eld erl fal fen gar gol hal hol ing isk jan jor kal kel lin lor mal mor nas"
                            + " nor oda orl pal por qui ral ros sal sor tal vas wel")
                    .split(" "));

    private static final List<String> ENDINGS = List.of(
            ("a ado aki ander ara berg bert cott dale dez dorf eira elli er feld ford gard hart ika ini kamp la lund mann"
                            + " mark mont nez off orth quist rup sen son stein strom ton vik ward wick yeva")
                    .split(" "));

    private final Clinic clinic;
    private final LoadApi ivy;
    private final MadeUp madeUp;
    private final long seed;
    private final Random random;
    private final HttpClient http = Http.client();

    EnrollmentLoad(Clinic clinic, long seed) {
        this.clinic = clinic;
        this.ivy = new LoadApi(clinic);
        this.madeUp = new MadeUp(seed);
        this.seed = seed;
        this.random = new Random(seed);
    }

    Report run(Progress progress) throws Exception {
        progress.step("10 000 patients", this::register);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var enrollment = clinic.jdbc(Service.ENROLLMENT);
                var others = clinic.jdbc(Service.ENROLLMENT);
                var _ = new Background(others, madeUp, BACKGROUND_PER_SECOND)) {
            copyInTheClear(enrollment);
            searches(SEARCHES); // so that the first run does not measure class loading
            for (int run = 0; run < RUNS; run++) {
                ours.addAll(searches(SEARCHES));
                bare.addAll(bareSearches(enrollment, SEARCHES));
            }
        }
        var dataset =
                "%d patients of one clinic, database durable; %d runs of %d searches at %d a second over %d events a second"
                        .formatted(PATIENTS, RUNS, SEARCHES, PER_SECOND, BACKGROUND_PER_SECOND);
        return Report.of(
                "enrollment", seed, dataset, List.of(Figure.times("patientSearch10k", "ms", ours, bare, "p95 50")));
    }

    /** As a clinic that changes its system does it: from files. */
    private void register() throws IOException, InterruptedException, SQLException {
        for (int known = 0; known < PATIENTS; known += LINES_MAX) {
            var csv = new StringBuilder("givenName,familyName,birthDate\\n");
            for (int line = known; line < Math.min(known + LINES_MAX, PATIENTS); line++) {
                csv.append("Load %s,%s%s,%s\\n"
                        .formatted(
                                madeUp.id(),
                                any(BEGINNINGS),
                                any(ENDINGS),
                                LocalDate.of(1940, 1, 1).plusDays(random.nextInt(DAYS_OF_BIRTH))));
            }
            ivy.post(Service.ENROLLMENT, "/patients/imports", "{\"dryRun\": false, \"csv\": \"%s\"}".formatted(csv))
                    .must(200);
        }
        try (var enrollment = clinic.jdbc(Service.ENROLLMENT);
                var statement = enrollment.createStatement()) {
            statement.execute("vacuum analyze");
            try (var row = statement.executeQuery(
                    "select count(*) from patient where clinic_id = '%s'".formatted(DemoClinic.RIVERSIDE))) {
                row.next();
                if (row.getLong(1) < PATIENTS) {
                    throw new Trouble("Only %d patients were imported.".formatted(row.getLong(1)));
                }
            }
        }
    }

    private String any(List<String> syllables) {
        return syllables.get(random.nextInt(syllables.size()));
    }

    /** As many names in a table that hides nothing. */
    private void copyInTheClear(Connection enrollment) throws SQLException {
        try (var statement = enrollment.createStatement()) {
            statement.execute("""
                    create table bare_patient (
                        id uuid primary key, family_name text not null, given_name text not null, birth_date date not null)
                    """);
            statement.execute("create index on bare_patient (family_name text_pattern_ops, id)");
        }
        try (var insert = enrollment.prepareStatement("insert into bare_patient values (?, ?, ?, current_date)")) {
            for (int i = 0; i < PATIENTS; i++) {
                insert.setObject(1, madeUp.id());
                insert.setString(2, any(BEGINNINGS) + any(ENDINGS));
                insert.setString(3, "Load");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (var statement = enrollment.createStatement()) {
            statement.execute("analyze bare_patient");
        }
    }

    /** Milliseconds from when a search should have been sent to its page; one that waits makes no other wait. */
    private List<Double> searches(int n) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        var asked = new ArrayList<CompletableFuture<Void>>();
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            long due = start + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
            LockSupport.parkNanos(due - System.nanoTime());
            asked.add(http.sendAsync(search(), HttpResponse.BodyHandlers.ofString())
                    .thenAccept(answer -> {
                        if (answer.statusCode() != 200) {
                            throw new Trouble("A search answers %d.".formatted(answer.statusCode()));
                        }
                        millis.add((System.nanoTime() - due) / 1e6);
                    }));
        }
        asked.forEach(CompletableFuture::join);
        return List.copyOf(millis);
    }

    private HttpRequest search() {
        return ivy.request(Service.ENROLLMENT, "/patients?limit=" + PAGE)
                .header("X-Family-Name", any(BEGINNINGS))
                .build();
    }

    private List<Double> bareSearches(Connection enrollment, int n) throws SQLException {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < n; i++) {
            long start = System.nanoTime();
            try (var query = enrollment.prepareStatement("""
                    select id, family_name, given_name, birth_date from bare_patient
                    where family_name like ? order by id limit ?
                    """)) {
                query.setString(1, any(BEGINNINGS) + "%");
                query.setInt(2, PAGE);
                try (var row = query.executeQuery()) {
                    while (row.next()) {
                        row.getString(2);
                    }
                }
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
