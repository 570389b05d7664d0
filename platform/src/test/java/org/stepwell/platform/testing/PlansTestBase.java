package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What operations read, they find by an index, as the role that serves them and under row security. Every read of the service
 * is called over thousands of copies of real records, and the server tells how it found each answer.
 */
public abstract class PlansTestBase {

    private static final int ROWS = 4_000;
    private static final int READ_MAX = ROWS / 8;

    /** What is open at one clinic at one time is little, and the index holds no more than that. */
    private static final Set<String> FEW = Set.of("task");

    @Inject
    AgroalDataSource dataSource;

    /** Makes the records, as the service's own tests make theirs. */
    protected abstract Records records();

    /** Which of the records belong to no clinic, such as meetings that anybody may go to. */
    protected Set<String> everybodys() {
        return Set.of();
    }

    @Test
    void whatIsReadIsFoundByAnIndex() throws Exception {
        var records = records();
        var people = Somebody.all(records, records.colleague());
        var operations = Operations.running(everybodys());
        var config = ConfigProvider.getConfig();
        var data = Path.of(config.getValue(StepwellTestResource.DATA, String.class));
        var runtime = config.getValue("stepwell.database.user", String.class);
        try (var superuser = StepwellTestResource.superuser();
                var crowd = new Crowd(superuser, ROWS);
                var explained = new Explained(superuser, runtime, data.resolveSibling(data.getFileName() + ".log"))) {
            assertThat(crowd.size("patient")).isGreaterThan(ROWS / 2);
            dataSource.flush(FlushMode.GRACEFUL);
            for (var operation : operations.guarded()) {
                if (operation.reads()) {
                    people.stream()
                            .filter(somebody -> somebody.stands(operation.policy()))
                            .forEach(somebody -> operations.call(somebody.token(), operation, records.ids()));
                }
            }
            assertThat(explained.plans()).isNotEmpty();
            var full = crowd.tables();
            full.removeAll(FEW);
            assertThat(explained.scans(full, READ_MAX)).isEmpty();
        } finally {
            dataSource.flush(FlushMode.GRACEFUL);
        }
    }
}
