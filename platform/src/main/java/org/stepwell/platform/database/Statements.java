package org.stepwell.platform.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** How many statements this thread has sent to the database, ever; a batch counts as the one it is sent as. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final ThreadLocal<long[]> SENT = ThreadLocal.withInitial(() -> new long[1]);

    /** Those of the thread that asks. */
    public static long sent() {
        return SENT.get()[0];
    }

    static void count() {
        SENT.get()[0]++;
    }

    @Override
    public String inspect(String sql) {
        count();
        return sql;
    }
}
