/** What ops are told by: rules, their tests, runbooks and dashboards, and whether the services say what these ask for. */
@NullMarked
package org.stepwell.suite.monitoring;

import org.jspecify.annotations.NullMarked;
