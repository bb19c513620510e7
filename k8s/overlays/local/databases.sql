-- Run once, when the volume is empty.
CREATE ROLE ingest LOGIN PASSWORD 'local-only';
CREATE DATABASE ingest OWNER ingest;
CREATE ROLE analysis LOGIN PASSWORD 'local-only';
CREATE DATABASE analysis OWNER analysis;
