package org.stepwell.platform.database;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/** The column of an id record: {@code id.value} is {@code id}, {@code patient.value} is {@code patient_id}. */
public class IdsAreNamedAfterTheirNoun extends ImplicitNamingStrategyJpaCompliantImpl {

    @Override
    public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
        var path = source.getAttributePath().getFullPath().replace("{element}.", "element.");
        if (!path.endsWith(".value")) {
            return super.determineBasicColumnName(source);
        }
        var owner = path.substring(0, path.length() - ".value".length());
        var noun = owner.substring(owner.lastIndexOf('.') + 1);
        return toIdentifier("id".equals(noun) ? "id" : noun + "Id", source.getBuildingContext());
    }
}
