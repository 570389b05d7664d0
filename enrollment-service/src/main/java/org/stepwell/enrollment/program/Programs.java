package org.stepwell.enrollment.program;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.http.PageRequest;

/** The programs of the clinic. */
@Singleton
public class Programs implements PanacheRepositoryBase<Program, ProgramId> {

    List<Program> page(PageRequest page) {
        return find("id.value > ?1 order by id.value", page.after())
                .page(0, page.fetch())
                .list();
    }
}
