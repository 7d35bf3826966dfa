-- How a line was is forgotten after `visavis.visit.quality-retention`.
CREATE INDEX visit_quality_by_age ON visit_quality USING brin (measured_at);

GRANT DELETE ON visit_quality TO visavis_app;
