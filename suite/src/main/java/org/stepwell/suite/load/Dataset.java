package org.stepwell.suite.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Progress;
import org.stepwell.suite.Service;

/**
 * A year of twenty clinics with five hundred patients each, of whom two hundred are in groups now: 500 000 seats, 300 000
 * parts of notes. The patients of the measured clinic are registered over the API; all else is written into the databases,
 * with made-up sealed texts that nobody can open.
 */
final class Dataset {

    static final String WORDS =
            "20 clinics, 10 000 patients, 200 of each clinic active, one year of sessions (500 000 seats, 300 000 notes)";

    private static final int PATIENTS = 500;
    private static final Extent WHOLE = new Extent(DemoClinic.RIVERSIDE, 20, PATIENTS);
    private static final String OF_RIVERSIDE =
            "select count(*) from patient where clinic_id = '%s'".formatted(DemoClinic.RIVERSIDE);
    /** One account may ask two hundred times a second. */
    private static final long PAUSE_MILLIS = 6;

    private final Clinic clinic;
    private final MadeUp madeUp;

    Dataset(Clinic clinic, MadeUp madeUp) {
        this.clinic = clinic;
        this.madeUp = madeUp;
    }

    /** Fills the four databases, two at a time, and says so. */
    void fill(Progress progress) throws Exception {
        progress.step("dataset", this::fill);
    }

    private void fill() throws IOException, InterruptedException, ExecutionException, SQLException {
        register();
        try (var fillers = Executors.newFixedThreadPool(2)) {
            var filling = new ArrayList<Callable<Void>>();
            for (var service : Service.all()) {
                filling.add(() -> {
                    fill(service);
                    return null;
                });
            }
            for (var filled : fillers.invokeAll(filling)) {
                filled.get();
            }
        }
    }

    private void register() throws IOException, InterruptedException, SQLException {
        var ivy = new LoadApi(clinic);
        for (long known = patientsOfTheDemo(); known < PATIENTS; known++) {
            ivy.register(madeUp.id().toString());
            Thread.sleep(PAUSE_MILLIS);
        }
        for (var service : Service.all()) {
            try (var database = clinic.jdbc(service)) {
                MadeUp.awaitCount(database, OF_RIVERSIDE, PATIENTS);
            }
        }
    }

    private long patientsOfTheDemo() throws SQLException {
        try (var database = clinic.jdbc(Service.ENROLLMENT);
                var statement = database.createStatement();
                var row = statement.executeQuery(OF_RIVERSIDE)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void fill(Service service) throws IOException, SQLException {
        try (var database = clinic.jdbc(service);
                var statement = database.createStatement()) {
            WHOLE.fill(service, statement);
            statement.execute("vacuum analyze");
        }
    }

    /**
     * How much is written.
     *
     * @param measured the clinic whose patients are there
     * @param patients of each other clinic
     */
    record Extent(String measured, int clinics, int patients) {

        /** Writes what a service would know of them. */
        void fill(Service service, Statement statement) throws IOException, SQLException {
            statement.execute(script("everywhere"));
            statement.execute(script(service.title()));
        }

        private String script(String name) throws IOException {
            try (var file = Objects.requireNonNull(Dataset.class.getResourceAsStream("/dataset/" + name + ".sql"))) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("${riverside}", measured)
                        .replace("${harbor}", DemoClinic.HARBOR)
                        .replace("${clinics}", String.valueOf(clinics))
                        .replace("${patients}", String.valueOf(patients));
            }
        }
    }
}
