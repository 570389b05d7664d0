/** Migrations of the plumbing, and how columns are named. */
@NullMarked
package org.stepwell.platform.database;

import org.jspecify.annotations.NullMarked;
